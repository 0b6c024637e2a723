package communique.rest;

import communique.briefing.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Refuses queries that cannot be read, and all parameters that a method does not declare: where one
 * is absent all is meant, and a slip of the pen must not make it so. Methods that take the whole
 * query ({@link UriInfo}) check it themselves.
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
    Parameter[] taken = asked.getResourceMethod().getParameters();
    if (Arrays.stream(taken).noneMatch(each -> each.getType() == UriInfo.class)) {
      Predicate<Parameter> several = each -> each.getType() == List.class;
      QueryParameters.check(given, names(taken, several.negate()), names(taken, several));
    }
  }

  private static List<String> names(Parameter[] taken, Predicate<Parameter> which) {
    return Arrays.stream(taken)
        .filter(which)
        .flatMap(each -> Stream.ofNullable(each.getAnnotation(QueryParam.class)))
        .map(QueryParam::value)
        .toList();
  }
}
