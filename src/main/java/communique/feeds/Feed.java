package communique.feeds;

import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.PublishedEdition;
import communique.briefing.Selection;
import communique.briefing.Version;
import communique.export.BodyXhtml;
import communique.export.Publication;
import communique.reading.FollowEditions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param offices to name their authors by
 */
record Feed(
    Place place,
    Selection selection,
    FollowEditions.Page page,
    Instant updated,
    UUID archive,
    List<Office> offices) {
  private static final int TITLE = 100;

  /** What the feed is called: the archive, and what was selected of it. */
  String title() {
    return Stream.of(
            "Communiqué",
            selection.office() == null ? null : name(selection.office()),
            selection.section(),
            selection.language())
        .filter(part -> part != null)
        .map(Object::toString)
        .collect(Collectors.joining(" – "));
  }

  /** The name of an office in its first language; its code when it has no name. */
  String name(OfficeCode code) {
    return offices.stream()
        .filter(office -> office.code().equals(code))
        .flatMap(office -> office.languages().stream().map(office.names()::get))
        .filter(name -> name != null)
        .findFirst()
        .orElse(code.code());
  }

  /** The name of an office in a language, as far as there is one. */
  String author(Version version) {
    OfficeCode code = version.briefing().office();
    return offices.stream()
        .filter(office -> office.code().equals(code))
        .map(office -> office.names().get(version.language()))
        .filter(name -> name != null)
        .findFirst()
        .orElseGet(() -> name(code));
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
    OfficeCode code = version.briefing().office();
    Office office =
        offices.stream()
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseGet(() -> new Office(code, Map.of(), List.of()));
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
    String lead = version.content().body().lead();
    return lead.codePointCount(0, lead.length()) <= TITLE
        ? lead
        : lead.substring(0, lead.offsetByCodePoints(0, TITLE)).stripTrailing() + "…";
  }
}
