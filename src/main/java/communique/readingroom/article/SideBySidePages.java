package communique.readingroom.article;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.Version;
import communique.reading.GetBriefing;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A briefing in two of its languages, those of linked briefings included. */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SideBySidePages {
  @Inject private GetBriefing getBriefing;
  @Inject private Articles articles;

  /**
   * Both, aligned; where they are not named, the one that the browser prefers and what it was
   * translated from, or any other.
   */
  @GET
  @Path("compare")
  public Response compare(
      @PathParam("id") String id,
      @QueryParam("left") @DefaultValue("") String left,
      @QueryParam("right") @DefaultValue("") String right,
      @Context HttpServletRequest request) {
    UUID briefing = EditionAddress.briefing(id);
    Overview overview = getBriefing.get(Caller.ANONYMOUS, briefing);
    LanguageTag one =
        left.isEmpty()
            ? Preference.of(request).among(overview.editions()).language()
            : new LanguageTag(left);
    LanguageTag other = right.isEmpty() ? beside(overview, one) : new LanguageTag(right);
    SideBySidePage page =
        new SideBySidePage(
            briefing,
            side(overview, one, request),
            side(overview, other, request),
            EditionLink.all(overview));
    return Pages.of("sidebyside.jte", page, request);
  }

  // What it was translated from, else another original, else any, else itself.
  private static LanguageTag beside(Overview overview, LanguageTag language) {
    Stream<LanguageTag> source =
        overview.edition(language).map(Overview.Edition::translation).stream()
            .map(translation -> translation.from());
    List<LanguageTag> there =
        EditionLink.others(overview, language).stream().map(EditionLink::language).toList();
    Stream<LanguageTag> originals =
        overview.editions().stream()
            .filter(Overview.Edition::isOriginal)
            .map(Overview.Edition::language);
    return Stream.of(source, originals, there.stream())
        .flatMap(each -> each)
        .filter(there::contains)
        .findFirst()
        .orElse(language);
  }

  private SideBySidePage.Side side(
      Overview overview, LanguageTag language, HttpServletRequest request) {
    UUID briefing = overview.having(language).orElse(overview).briefing().id();
    Version version = articles.present(new EditionAddress(briefing, language)).version();
    Words words = Words.likedBy(Preference.of(request));
    return new SideBySidePage.Side(
        version, articles.issuer(version, words).name(), articles.media(version));
  }
}
