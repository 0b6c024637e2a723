package communique.readingroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Says of what has no language of its own, files and ways to other pages, that it has none: an
 * empty list of languages (RFC 9110, sections 5.6.1 and 8.5). Open Liberty would name its own
 * language instead.
 */
@Provider
public class NoLanguage implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putIfAbsent(HttpHeaders.CONTENT_LANGUAGE, List.of(""));
  }
}
