package communique.readingroom.article;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.reading.GetBestEdition;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.reading.ListOffices;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The page of an edition, and the way to it from the address of its briefing. */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class BriefingPages {
  @Inject private GetBestEdition getBestEdition;
  @Inject private GetBriefing getBriefing;
  @Inject private GetEdition getEdition;
  @Inject private ListOffices listOffices;

  /** Sends the reader to the edition in the language that the browser prefers. */
  @GET
  public Response choose(@PathParam("id") String id, @Context HttpServletRequest request) {
    GetBestEdition.Found best =
        getBestEdition.get(Caller.ANONYMOUS, id(id), Preference.of(request).ranges());
    return Response.seeOther(URI.create(EditionLink.href(best.briefing(), best.language())))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
        .build();
  }

  /** The edition. */
  @GET
  @Path("{language}")
  public Response edition(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    UUID briefing = id(id);
    LanguageTag tag = new LanguageTag(language);
    Stored stored = getEdition.get(Caller.ANONYMOUS, briefing, tag);
    Overview overview = getBriefing.get(Caller.ANONYMOUS, briefing);
    OfficeNames offices =
        new OfficeNames(listOffices.list(), Words.likedBy(Preference.of(request)));
    Version version = stored.version();
    ArticlePage page =
        new ArticlePage(
            version,
            Translation.told(version.translation(), overview.linked().translations().get(tag)),
            stored.digest(),
            offices.of(overview.briefing().office(), tag),
            EditionLink.others(overview, tag),
            getBriefing.recalled(Caller.ANONYMOUS, briefing),
            EditionLink.newer(overview, tag));
    return Pages.of("article.jte", page, request);
  }

  // To a reader, an address that cannot be one is a page that is not there.
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.NOT_FOUND, "id", "must be a UUID (RFC 9562)", text, e);
    }
  }
}
