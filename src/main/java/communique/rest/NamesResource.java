package communique.rest;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.names.DecideMention;
import communique.names.DecisionSubmission;
import communique.names.TakeBackDecision;
import communique.reading.ListNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** Who is named in an edition. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NamesResource {
  @Inject private Callers callers;
  @Inject private ListNames listNames;
  @Inject private DecideMention decideMention;
  @Inject private TakeBackDecision takeBackDecision;

  @GET
  @Path("{id}/{language}/names")
  public Response listNames(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    ListNames.Listed listed = listNames.list(caller, edition(id, language));
    return Answer.to(caller, request).json(NamesJson.document(listed));
  }

  @PUT
  @Path("{id}/{language}/names/{authority}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decideMention(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("authority") String authority,
      @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustDecideNames();
    UUID who = authority(authority);
    EditionId edition = edition(id, language);
    decideMention.decide(
        caller, edition, DecisionSubmission.read(who, JsonBody.small(request).object()));
    return Response.noContent().build();
  }

  @DELETE
  @Path("{id}/{language}/names/{authority}")
  public Response takeBackDecision(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("authority") String authority,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustDecideNames();
    takeBackDecision.takeBack(caller, edition(id, language), authority(authority));
    return Response.noContent().build();
  }

  private static EditionId edition(String id, String language) {
    return new EditionId(Identity.of(id), new LanguageTag(language));
  }

  private static UUID authority(String id) {
    try {
      return Identity.of(id);
    } catch (Refusal refusal) {
      throw refusal.renamed(field -> "authority");
    }
  }
}
