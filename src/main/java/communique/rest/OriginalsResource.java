package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Original;
import communique.reading.GetOriginal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What depositors handed over. */
@Path("briefings")
@ApplicationScoped
public class OriginalsResource {
  @Inject private Callers callers;
  @Inject private GetOriginal getOriginal;

  @GET
  @Path("{id}/{language}/versions/{number}/original")
  public Response getOriginal(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") String number,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Original original =
        getOriginal.get(
            caller,
            Identity.of(id),
            new LanguageTag(language),
            Parameters.number("version", number));
    return Response.ok(original.content())
        .type(original.type())
        // Whatever was handed over, it may not act on behalf of this site.
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
