package communique.feeds;

import communique.briefing.Beginning;
import communique.briefing.Change;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.PublishedEdition;
import communique.briefing.Selection;
import communique.briefing.Version;
import communique.export.BodyXhtml;
import communique.export.Publication;
import communique.reading.FollowEditions;
import communique.theme.Theme;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed, whatever its format.
 *
 * @param place where it is
 * @param selection what it is of
 * @param page its editions
 * @param updated when the last of them changed
 * @param archive what the archive is known by
 * @param issuers to name its authors by
 */
record Feed(
    Place place,
    Selection selection,
    FollowEditions.Page page,
    Instant updated,
    UUID archive,
    Issuers issuers) {
  private static final int TITLE = 100;

  /** What the feed is called: the archive, and what was selected of it. */
  String title() {
    return Stream.of(
            Theme.ROOM,
            selection.office() == null ? null : issuers.name(selection.office()),
            selection.section(),
            selection.language())
        .filter(part -> part != null)
        .map(Object::toString)
        .collect(Collectors.joining(" – "));
  }

  /** The name of the office that issued a version. */
  String author(Version version) {
    return issuers.name(version.briefing().office(), version.language());
  }

  /** The document with those that are older; absent when there are none. */
  @Nullable String older() {
    Long older = page.older();
    return older == null ? null : place.before(older);
  }

  /** The archive document with those that are newer; absent when there is none. */
  @Nullable String newer() {
    Long newer = page.newer();
    return newer == null ? null : place.before(newer);
  }

  /** The whole text as HTML. */
  String html(PublishedEdition edition) {
    Version version = edition.version();
    Office office = issuers.office(version.briefing().office());
    return BodyXhtml.article(
        new Publication(version, office, URI.create(place.root()), edition.recalled()),
        edition.note());
  }

  /** The headline, or where the office gave none, the first words of the text. */
  static String title(Version version) {
    String headline = version.content().headline();
    if (headline != null) {
      return headline;
    }
    return title(version.content().body().lead(), version.language());
  }

  /** What a text without a headline is called. */
  static String title(String lead, LanguageTag language) {
    return Beginning.of(lead, language, TITLE);
  }

  /** What an edition is known by in every feed, for ever: readers show it once. */
  static String urn(Change.Edition edition) {
    return new EditionId(edition.briefing(), edition.language()).urn();
  }
}
