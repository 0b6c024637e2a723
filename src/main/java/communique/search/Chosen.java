package communique.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import communique.briefing.LanguageTag;
import communique.search.server.TextField;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The edition in which a found briefing is shown.
 *
 * @param language of the edition
 */
record Chosen(UUID briefing, LanguageTag language) {
  /** What is needed of the inner hits, each of which is an edition. */
  static final String FIELD = TextField.path("language");

  /**
   * Of the editions that hold what is looked for the one in the language that the reader likes
   * best, else the one that fits best.
   *
   * @param preferred how many languages the reader likes
   */
  static Chosen of(Hit<JsonData> found, int preferred) {
    return Stream.concat(
            IntStream.range(0, preferred).mapToObj(BriefingQuery::preferred),
            Stream.of(BriefingQuery.BEST))
        .flatMap(name -> Stream.ofNullable(found.innerHits().get(name)))
        .flatMap(editions -> editions.hits().hits().stream())
        .findFirst()
        .map(Chosen::language)
        .map(language -> new Chosen(FoundBriefing.id(found), language))
        .orElseThrow();
  }

  private static LanguageTag language(Hit<JsonData> edition) {
    JsonData language = Objects.requireNonNull(edition.fields().get(FIELD));
    return new LanguageTag(language.toJson().asJsonArray().getString(0));
  }
}
