package communique.search;

import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.elasticsearch.core.search.NestedIdentity;
import co.elastic.clients.json.JsonData;
import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a found briefing as Elasticsearch gives it. */
final class FoundBriefing {
  /** What it needs of the document. */
  static final List<String> FIELDS =
      List.of("briefing", "reference", "office", "kind", "shown", "changed");

  private final JsonObject briefing;
  private final List<JsonObject> editions;
  private final Map<String, InnerHitsResult> inner;

  private FoundBriefing(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    briefing = Objects.requireNonNull(found.source()).toJson().asJsonObject();
    editions = briefing.getJsonArray("shown").getValuesAs(JsonObject.class);
    inner = found.innerHits();
  }

  /** Which it is, of a document of which that is told. */
  static UUID id(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    return id(Objects.requireNonNull(found.source()).toJson().asJsonObject());
  }

  private static UUID id(JsonObject briefing) {
    return UUID.fromString(briefing.getString("briefing"));
  }

  /**
   * A hit, without passages.
   *
   * @param languages in which a briefing is wanted; empty when in all
   * @param preferred the reader's languages, the dearest first
   */
  static Hit read(
      co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found,
      List<String> languages,
      List<LanguageTag> preferred) {
    return new FoundBriefing(found).hit(languages, preferred);
  }

  private Hit hit(List<String> languages, List<LanguageTag> preferred) {
    Optional<co.elastic.clients.elasticsearch.core.search.Hit<JsonData>> fitting =
        Stream.concat(
                IntStream.range(0, preferred.size()).mapToObj(BriefingQuery::preferred),
                Stream.of(BriefingQuery.BEST))
            .flatMap(name -> Stream.ofNullable(inner.get(name)))
            .flatMap(hits -> hits.hits().hits().stream())
            .findFirst();
    JsonObject edition =
        fitting
            .map(hit -> Objects.requireNonNull(hit.nested()))
            .map(NestedIdentity::offset)
            .map(editions::get)
            .orElseGet(() -> liked(languages, preferred));
    LanguageTag language = new LanguageTag(edition.getString("language"));
    String issued = edition.getString("issued", null);
    return new Hit(
        id(briefing),
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
        editions.stream().map(each -> new LanguageTag(each.getString("language"))).toList());
  }

  /** Of a briefing that was found without words: in a wanted language, else a preferred one. */
  private JsonObject liked(List<String> languages, List<LanguageTag> preferred) {
    return Stream.concat(languages.stream(), preferred.stream().map(LanguageTag::tag))
        .flatMap(
            range ->
                editions.stream()
                    .filter(each -> (each.getString("language") + "-").startsWith(range + "-")))
        .findFirst()
        .orElse(editions.get(0));
  }
}
