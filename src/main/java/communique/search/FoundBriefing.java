package communique.search;

import co.elastic.clients.json.JsonData;
import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a found briefing as Elasticsearch gives it. */
final class FoundBriefing {
  private static final String SHOWN = "shown";
  private static final List<String> OF_ALL_EDITIONS =
      List.of("reference", "office", "kind", "changed", "language");

  /** What it needs of the document when any edition may be shown. */
  static final List<String> FIELDS = with(Stream.of(SHOWN));

  private final UUID id;
  private final JsonObject briefing;
  private final List<String> languages;

  private FoundBriefing(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    id = id(found);
    briefing = Objects.requireNonNull(found.source()).toJson().asJsonObject();
    languages =
        briefing.getJsonArray("language").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
  }

  /** What it needs of the document when an edition in one of these languages is shown. */
  static List<String> fields(Collection<LanguageTag> languages) {
    return with(languages.stream().map(language -> SHOWN + "." + language.tag()));
  }

  private static List<String> with(Stream<String> shown) {
    return Stream.concat(OF_ALL_EDITIONS.stream(), shown).toList();
  }

  /** Which it is, whatever is told of the document. */
  static UUID id(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    return UUID.fromString(Objects.requireNonNull(found.id()));
  }

  /**
   * A hit that was found without words, in a wanted language, else a preferred one.
   *
   * @param wanted languages in which a briefing is wanted; empty when in all
   * @param preferred the reader's languages, the dearest first
   */
  static Hit read(
      co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found,
      List<String> wanted,
      List<LanguageTag> preferred) {
    FoundBriefing briefing = new FoundBriefing(found);
    return briefing.in(briefing.liked(wanted, preferred)).orElseThrow();
  }

  /** A hit in an edition, without passages; empty when the briefing has it no more. */
  static Optional<Hit> read(
      co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found, LanguageTag language) {
    return new FoundBriefing(found).in(language.tag());
  }

  private Optional<Hit> in(String language) {
    return Optional.ofNullable(briefing.getJsonObject(SHOWN))
        .map(shown -> shown.getJsonObject(language))
        .map(edition -> hit(language, edition));
  }

  private Hit hit(String language, JsonObject edition) {
    String issued = edition.getString("issued", null);
    return new Hit(
        id,
        briefing.getString("reference"),
        new OfficeCode(briefing.getString("office")),
        Coded.of(Kind.class, "kind", briefing.getString("kind")),
        new LanguageTag(language),
        edition.getInt("version"),
        edition.getString("headline", null),
        edition.getString("section", null),
        issued == null ? null : LocalDate.parse(issued),
        edition.getString("lead"),
        Instant.parse(briefing.getString("changed")),
        List.of(),
        false,
        languages.stream().map(LanguageTag::new).toList());
  }

  private String liked(List<String> wanted, List<LanguageTag> preferred) {
    return Stream.concat(wanted.stream(), preferred.stream().map(LanguageTag::tag))
        .flatMap(range -> languages.stream().filter(each -> (each + "-").startsWith(range + "-")))
        .findFirst()
        .orElse(languages.get(0));
  }
}
