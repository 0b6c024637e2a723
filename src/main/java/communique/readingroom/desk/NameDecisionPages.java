package communique.readingroom.desk;

import communique.access.Caller;
import communique.briefing.Coded;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Version;
import communique.briefing.names.Decision;
import communique.briefing.names.Mentions;
import communique.names.DecideMention;
import communique.names.GetAuthority;
import communique.names.TakeBackDecision;
import communique.reading.GetEdition;
import communique.reading.ListNames;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Where an archivist says whom an edition names. */
@Path("desk/briefings/{id}/{language}/names")
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
@ApplicationScoped
public class NameDecisionPages {
  @Inject private Desk desk;
  @Inject private GetEdition getEdition;
  @Inject private ListNames listNames;
  @Inject private GetAuthority getAuthority;
  @Inject private DecideMention decideMention;
  @Inject private TakeBackDecision takeBackDecision;

  /** All whose names are in it, with what is decided. */
  @GET
  public Response show(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    EditionId edition = EditionLink.named(id, language);
    return desk.page(
        request, caller -> Pages.of("decisions.jte", page(caller, edition, request), request));
  }

  /** Decides on one. */
  @POST
  @Path("{authority}")
  public Response decide(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("authority") String authority,
      @FormParam("decision") @DefaultValue("") String decision,
      @Context HttpServletRequest request) {
    EditionId edition = EditionLink.named(id, language);
    UUID who = Identity.of(authority);
    return desk.form(
        request,
        caller -> {
          Decision.Verdict verdict = Coded.of(Decision.Verdict.class, "decision", decision);
          decideMention.decide(caller, edition, new Decision(who, verdict, null, null));
          return back(edition, who);
        });
  }

  /** Takes back what was decided on one. */
  @POST
  @Path("{authority}/removal")
  public Response takeBack(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("authority") String authority,
      @Context HttpServletRequest request) {
    EditionId edition = EditionLink.named(id, language);
    UUID who = Identity.of(authority);
    return desk.form(
        request,
        caller -> {
          takeBackDecision.takeBack(caller, edition, who);
          return back(edition, who);
        });
  }

  private NameDecisionsPage page(Caller caller, EditionId edition, HttpServletRequest request) {
    // Before anything is looked up: who may not do this at all learns nothing of what there is.
    caller.mustDecideNames();
    Version version = getEdition.get(caller, edition.briefing(), edition.language()).version();
    caller.mustDecideNamesFor(version.briefing().office());
    Mentions mentions = listNames.list(caller, edition).mentions();
    return new NameDecisionsPage(
        version,
        Candidate.all(mentions, getAuthority.all(Candidate.authorities(mentions))),
        LanguageTag.liked(Preference.of(request).ranges()),
        caller.name());
  }

  private static Response back(EditionId edition, UUID who) {
    return Response.seeOther(
            URI.create(NameDecisionsPage.href(edition) + "#" + Candidate.place(who)))
        .build();
  }
}
