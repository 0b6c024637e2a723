package communique.rest;

import communique.access.Caller;
import communique.briefing.Dates;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Moment;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.ListVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Time travel (RFC 7089): an edition is its own timegate, which leads a client that says {@code
 * Accept-Datetime} to the version that was public then (pattern 1.1); versions are mementos.
 */
@Provider
@TimeTravel
@ApplicationScoped
public class Mementos implements ContainerRequestFilter, ContainerResponseFilter {
  /** With the time that a client wants to travel to. */
  static final String WANTED = "Accept-Datetime";

  /** The same as {@code Vary} names it. */
  static final String VARIES_BY = "accept-datetime";

  @Inject private HttpServletRequest servletRequest;

  @Inject private Callers callers;
  @Inject private ListVersions listVersions;

  @Override
  public void filter(ContainerRequestContext request) {
    String wanted = request.getHeaderString(WANTED);
    MultivaluedMap<String, String> asked = request.getUriInfo().getPathParameters();
    if (wanted == null || asked.containsKey("number")) {
      return;
    }
    Instant at = instant(wanted);
    UUID briefing = Identity.of(asked.getFirst("id"));
    LanguageTag language = new LanguageTag(asked.getFirst("language"));
    Caller caller = callers.of(servletRequest);
    Moment then = listVersions.at(caller, briefing, language, at);
    // A format that was asked for in the address is kept.
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    String memento =
        Addresses.version(briefing, language, then.number()) + (query == null ? "" : "?" + query);
    request.abortWith(
        Response.status(Response.Status.FOUND)
            // As a plain header: RESTEasy would put a path from the root below its own.
            .header(HttpHeaders.LOCATION, memento)
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .build());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getPathParameters();
    if (response.getStatus() >= 400) {
      return;
    }
    UUID briefing = Identity.of(asked.getFirst("id"));
    LanguageTag language = new LanguageTag(asked.getFirst("language"));
    String edition = Addresses.edition(briefing, language);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.add(HttpHeaders.LINK, links(edition));
    String number = asked.getFirst("number");
    if (number == null) {
      headers.add(HttpHeaders.VARY, VARIES_BY);
    } else {
      listVersions
          .numbered(
              callers.of(servletRequest), briefing, language, Parameters.number("version", number))
          .filter(Moment::open)
          .ifPresent(
              version ->
                  headers.putSingle("Memento-Datetime", TimeMap.httpDate(version.publicFrom())));
    }
  }

  /** Where the past of an edition is to be had. */
  static String links(String edition) {
    return "<"
        + edition
        + ">; rel=\"original timegate\", <"
        + TimeMap.address(edition)
        + ">; rel=\"timemap\"; type=\"application/link-format\"";
  }

  private static Instant instant(String wanted) {
    try {
      Instant at = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(wanted));
      return Dates.plausible(WANTED, at, wanted);
    } catch (DateTimeException e) {
      throw new Refusal(
          Reason.BAD_FORMAT, WANTED, "must be a date in the form of RFC 9110", wanted, e);
    }
  }
}
