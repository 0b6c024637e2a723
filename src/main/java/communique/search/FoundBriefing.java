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
  private final List<LanguageTag> languages;

  private FoundBriefing(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    id = id(found);
    briefing = Objects.requireNonNull(found.source()).toJson().asJsonObject();
    languages =
        briefing.getJsonArray("language").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .map(LanguageTag::new)
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
   * A hit that was found without words.
   *
   * @param choice of the edition that is shown
   */
  static Hit read(
      co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found, LanguageChoice choice) {
    FoundBriefing briefing = new FoundBriefing(found);
    return briefing.in(choice.of(briefing.languages)).orElseThrow();
  }

  /** A hit in an edition, without passages; empty when the briefing has it no more. */
  static Optional<Hit> read(
      co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found, LanguageTag language) {
    return new FoundBriefing(found).in(language);
  }

  private Optional<Hit> in(LanguageTag language) {
    return Optional.ofNullable(briefing.getJsonObject(SHOWN))
        .map(shown -> shown.getJsonObject(language.tag()))
        .map(edition -> hit(language, edition));
  }

  private Hit hit(LanguageTag language, JsonObject edition) {
    String issued = edition.getString("issued", null);
    return new Hit(
        id,
        briefing.getString("reference"),
        new OfficeCode(briefing.getString("office")),
        Coded.of(Kind.class, "kind", briefing.getString("kind")),
        language,
        edition.getInt("version"),
        edition.getString("headline", null),
        edition.getString("section", null),
        issued == null ? null : LocalDate.parse(issued),
        edition.getString("lead"),
        Instant.parse(briefing.getString("changed")),
        List.of(),
        false,
        languages);
  }
}
