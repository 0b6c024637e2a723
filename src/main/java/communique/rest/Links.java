package communique.rest;

import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.export.Format;
import communique.export.Publication;
import communique.reading.SeenEdition;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header {@code Link} (RFC 8288): where else a thing can be had, and in which other form. */
final class Links {
  /** How many other editions are named; a briefing has about ten. */
  private static final int MOST = 50;

  private Links() {}

  /**
   * What is known of a version without looking it up: its one address, the list of the versions
   * (RFC 5829), the briefing with its other languages, and the other formats.
   *
   * @param address of the edition or version, as it was asked for
   * @param edition the address of its edition
   */
  static String version(String address, String edition, Format sent) {
    return Stream.concat(
            Stream.of(
                link(address, "canonical", ""),
                link(edition + "/versions", "version-history", ""),
                link(edition.substring(0, edition.lastIndexOf('/')), "collection", "")),
            Arrays.stream(Format.values())
                .filter(format -> format != sent)
                .map(
                    format ->
                        link(
                            address + "?format=" + format.code(),
                            "alternate",
                            "; type=\"" + format.mediaType() + "\"")))
        .collect(Collectors.joining(", "));
  }

  /** The versions around one that was asked for by its number (RFC 5829), led by a comma. */
  static String around(String edition, int number) {
    return ", "
        + link(edition, "latest-version", "")
        + (number == 1
            ? ""
            : ", " + link(edition + "/versions/" + (number - 1), "predecessor-version", ""));
  }

  /** The other editions of a version and its licence, each led by a comma. */
  static String beside(Publication publication) {
    String editions =
        publication.alternates().stream()
            .limit(MOST)
            .map(other -> ", " + edition(other.briefing(), other.language()))
            .collect(Collectors.joining());
    return editions + licence(publication.content().licence().orElse(null));
  }

  /** The same of an edition that is told without what is linked with its briefing. */
  static String beside(EditionId id, SeenEdition edition) {
    return edition.languages().stream()
            .filter(other -> !other.equals(id.language()))
            .limit(MOST)
            .map(other -> ", " + edition(id.briefing(), other))
            .collect(Collectors.joining())
        + licence(edition.licence());
  }

  private static String licence(@Nullable URI licence) {
    return licence == null ? "" : ", " + link(licence.toString(), "license", "");
  }

  /** The answer with the editions of the briefing it is about, and of those linked with it. */
  static Response withEditions(Response answer, Overview overview) {
    String links =
        Stream.concat(Stream.of(overview), overview.linked().briefings().stream())
            .flatMap(Links::editions)
            .limit(MOST)
            .collect(Collectors.joining(", "));
    return Response.fromResponse(answer).header(HttpHeaders.LINK, links).build();
  }

  private static Stream<String> editions(Overview overview) {
    return overview.editions().stream()
        .map(edition -> edition(overview.briefing().id(), edition.language()));
  }

  private static String edition(UUID briefing, LanguageTag language) {
    return link(
        Addresses.edition(briefing, language), "alternate", "; hreflang=\"" + language + "\"");
  }

  private static String link(String address, String relation, String more) {
    return "<" + address + ">; rel=\"" + relation + "\"" + more;
  }
}
