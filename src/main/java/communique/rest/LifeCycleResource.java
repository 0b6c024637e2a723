package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.NoticeJson;
import communique.deposit.ChangeEmbargo;
import communique.deposit.EraseBriefing;
import communique.deposit.LiftEmbargo;
import communique.deposit.RecallMedia;
import communique.deposit.ReinstateBriefing;
import communique.deposit.SubmissionReader;
import communique.deposit.WithdrawBriefing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What becomes of a briefing after it was handed over. At the same path as its sisters: of
 * resources at several, JAX-RS asks only the one whose path is the longest (section 3.7.2).
 */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LifeCycleResource {
  @Inject private Callers callers;
  @Inject private WithdrawBriefing withdrawBriefing;
  @Inject private ReinstateBriefing reinstateBriefing;
  @Inject private ChangeEmbargo changeEmbargo;
  @Inject private LiftEmbargo liftEmbargo;
  @Inject private RecallMedia recallMedia;
  @Inject private EraseBriefing eraseBriefing;

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdrawBriefing(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    var withdrawal = SubmissionReader.withdrawal(JsonBody.of(request).object());
    return told(
        withdrawBriefing.withdraw(
            caller, briefing, withdrawal.language(), withdrawal.reason(), withdrawal.titleShown()));
  }

  @POST
  @Path("{id}/reinstatement")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reinstateBriefing(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    var reinstatement = SubmissionReader.reinstatement(JsonBody.of(request).object());
    return told(
        reinstateBriefing.reinstate(
            caller, briefing, reinstatement.language(), reinstatement.reason()));
  }

  @PUT
  @Path("{id}/embargo")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response changeEmbargo(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    var wanted = SubmissionReader.postponement(JsonBody.of(request).object());
    return changed(changeEmbargo.change(caller, briefing, wanted.languages(), wanted.until()));
  }

  @DELETE
  @Path("{id}/embargo")
  public Response liftEmbargo(
      @PathParam("id") String id,
      @QueryParam("language") List<String> languages,
      @Context HttpServletRequest request) {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    Set<LanguageTag> tags = languages.stream().map(LanguageTag::new).collect(Collectors.toSet());
    return changed(liftEmbargo.lift(caller, briefing, tags));
  }

  @POST
  @Path("{id}/recalls")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response recallMedia(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    var recall = SubmissionReader.recall(JsonBody.of(request).object());
    recallMedia.recall(caller, briefing, recall.file(), recall.reason());
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/erasure")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response eraseBriefing(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = known(request);
    UUID briefing = Identity.of(id);
    return told(
        eraseBriefing.erase(
            caller, briefing, SubmissionReader.erasure(JsonBody.of(request).object())));
  }

  // Before the body is read: nobody without an account makes the archive read one.
  private Caller known(HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    return caller;
  }

  private static Response told(Notice notice) {
    return Response.ok(NoticeJson.write(notice))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }

  private static Response changed(int versions) {
    return Response.ok(
            Json.bytes(json -> json.writeStartObject().write("versions", versions).writeEnd()))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
