package communique.rest;

import communique.briefing.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses queries that cannot be read, and of what is read with parameters all that it does not
 * take. Resources that read the whole query check it themselves.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
  @Context private ResourceInfo asked;
  @Context private HttpServletRequest servletRequest;

  /** Made by JAX-RS, which then tells what is asked. */
  @SuppressWarnings("NullAway.Init")
  public KnownParameters() {}

  @Override
  public void filter(ContainerRequestContext request) {
    Map<String, List<String>> given =
        // As it came: JAX-RS reads none that is not percent-encoded.
        QueryParameters.read(servletRequest.getQueryString());
    List<String> known =
        Arrays.stream(asked.getResourceMethod().getParameters())
            .flatMap(parameter -> name(parameter).stream())
            .toList();
    if (isRead(request.getMethod()) && !known.isEmpty()) {
      QueryParameters.check(given, known, List.of());
    }
  }

  private static boolean isRead(String method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static Optional<String> name(Parameter parameter) {
    return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
  }
}
