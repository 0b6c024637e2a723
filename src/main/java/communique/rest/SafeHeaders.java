package communique.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells browsers to take each answer for what it says it is. */
@Provider
public class SafeHeaders implements ContainerResponseFilter {
  static final String NAME = "X-Content-Type-Options";
  static final String VALUE = "nosniff";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(NAME, VALUE);
  }
}
