package communique.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import communique.briefing.LanguageTag;
import communique.search.server.TextField;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The edition in which a found briefing is shown.
 *
 * @param language of the edition
 */
record Chosen(UUID briefing, LanguageTag language) {
  /** What is needed of the inner hits, each of which is an edition. */
  static final String FIELD = TextField.path("language");

  /** Of the editions that hold what is looked for, those that fit best first, the chosen one. */
  static Chosen of(Hit<JsonData> found, LanguageChoice choice) {
    List<LanguageTag> languages =
        Objects.requireNonNull(found.innerHits().get(TextField.EDITIONS)).hits().hits().stream()
            .map(Chosen::language)
            .toList();
    return new Chosen(FoundBriefing.id(found), choice.of(languages));
  }

  private static LanguageTag language(Hit<JsonData> edition) {
    JsonData language = Objects.requireNonNull(edition.fields().get(FIELD));
    return new LanguageTag(language.toJson().asJsonArray().getString(0));
  }
}
