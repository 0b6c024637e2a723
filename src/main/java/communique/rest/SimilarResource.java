package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import communique.reading.GetEdition;
import communique.search.FindSimilar;
import communique.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What is like an edition. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SimilarResource {
  @Inject private Callers callers;
  @Inject private GetEdition getEdition;
  @Inject private FindSimilar findSimilar;

  @GET
  @Path("{id}/{language}/similar")
  public Response findSimilar(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Stored stored = getEdition.get(caller, Identity.of(id), new LanguageTag(language));
    List<Hit> similar = findSimilar.find(stored.version());
    return Answer.to(caller, request).json(SearchJson.similar(similar));
  }
}
