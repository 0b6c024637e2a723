package communique.readingroom.article;

import communique.access.Caller;
import communique.briefing.Moment;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.reading.CompareVersions;
import communique.reading.Comparison;
import communique.reading.ListVersions;
import communique.readingroom.page.Pages;
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
import org.jspecify.annotations.Nullable;

/** The history of an edition: all its versions, and how one differs from another. */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class VersionPages {
  private static final int A_PAGE = 100;

  @Inject private ListVersions listVersions;
  @Inject private CompareVersions compareVersions;
  @Inject private Articles articles;

  /** The versions, by number. */
  @GET
  @Path("{language}/versions")
  public Response versions(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("after") @DefaultValue("") String after,
      @Context HttpServletRequest request) {
    EditionAddress edition = EditionAddress.of(id, language);
    Version present = articles.present(edition).version();
    int start = after.isEmpty() ? 0 : number("after", after);
    ListVersions.Page found =
        listVersions.listWithErased(
            Caller.ANONYMOUS, edition.briefing(), edition.language(), start, A_PAGE);
    VersionsPage page =
        new VersionsPage(
            edition,
            present.briefing().reference(),
            present.content().headline(),
            new EditionHistory(
                found.versions(), seen(edition, start), present.number(), present.number()),
            found.next());
    return Pages.of("versions.jte", page, request);
  }

  /**
   * What a version has in place of another; where they are not named, the present one and the one
   * that it replaced.
   */
  @GET
  @Path("{language}/compare")
  public Response compare(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @Context HttpServletRequest request) {
    EditionAddress edition = EditionAddress.of(id, language);
    int later = to.isEmpty() ? articles.present(edition).version().number() : number("to", to);
    List<Moment> versions =
        listVersions
            .list(Caller.ANONYMOUS, edition.briefing(), edition.language(), 0, ListVersions.MOST)
            .versions();
    int earlier = from.isEmpty() ? before(later, versions) : number("from", from);
    Comparison comparison =
        compareVersions.compare(
            Caller.ANONYMOUS, edition.briefing(), choice(edition, earlier), choice(edition, later));
    Version old = comparison.from().stored().version();
    Version now = comparison.to().stored().version();
    ChangesPage page = new ChangesPage(edition, versions, comparison, side(old), side(now));
    return Pages.of("changes.jte", page, request);
  }

  private ChangesPage.Side side(Version version) {
    return new ChangesPage.Side(version, articles.media(version));
  }

  // The version before a page, with which its first one is compared.
  private @Nullable Integer seen(EditionAddress edition, int number) {
    return number == 0
        ? null
        : listVersions
            .numbered(Caller.ANONYMOUS, edition.briefing(), edition.language(), number)
            .map(Moment::number)
            .orElse(null);
  }

  private static CompareVersions.Choice choice(EditionAddress edition, int number) {
    return new CompareVersions.Choice(edition.language(), number);
  }

  private static int before(int number, List<Moment> versions) {
    return versions.stream()
        .mapToInt(Moment::number)
        .filter(each -> each < number)
        .max()
        .orElse(number);
  }

  private static int number(String field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be the number of a version", text, e);
    }
  }
}
