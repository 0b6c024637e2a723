package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.reading.GetBestEdition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads to the edition of a briefing, or of one linked with it, that its reader likes best. */
@Path("briefings")
@ApplicationScoped
public class EditionResource {
  @Inject private Callers callers;
  @Inject private GetBestEdition getBestEdition;

  @GET
  @Path("{id}/edition")
  public Response getBestEdition(
      @PathParam("id") String id,
      @QueryParam("format") @Nullable String format,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Identity.of(id);
    List<LanguageRange> wanted =
        Parameters.languages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    GetBestEdition.Found best = getBestEdition.get(caller, briefing, wanted);
    return Response.status(Response.Status.FOUND)
        // As a plain header: a path from the root holds behind any name.
        .header(
            HttpHeaders.LOCATION,
            Addresses.edition(best.briefing(), best.language())
                + (format == null ? "" : "?format=" + Addresses.encoded(format)))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION)
        .header(HttpHeaders.CACHE_CONTROL, Answer.keeping(caller))
        .build();
  }
}
