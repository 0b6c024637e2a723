package communique.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import communique.authority.WrittenName;
import communique.search.Facet;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the briefings that may name somebody. It is asked for thousands of names at once, so it
 * asks the words of texts in the forms in which they stand there, of which one field has all, and
 * the text's own fields only in the languages in which names are not set apart there.
 */
@ApplicationScoped
class FindNaming {
  /** With all fields of each, fewer than the 1,024 clauses that every Elasticsearch takes. */
  private static final int FORMS_AT_ONCE = 80;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");

  private static final int A_PAGE = 1_000;

  private static final List<String> FIELDS =
      Stream.concat(
              Stream.of(TextField.exact()),
              Analysis.all().stream()
                  .filter(analysis -> !analysis.keepsForms())
                  .flatMap(
                      analysis ->
                          Stream.of(TextField.HEADLINE, TextField.SUBHEADLINE, TextField.BODY)
                              .map(field -> field.pathIn(analysis))))
          .toList();

  @Inject private SearchServer server;

  /**
   * Those of which the index says that they name one of the authorities.
   *
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  Set<UUID> named(Shelf shelf, List<UUID> authorities) {
    List<String> ids = authorities.stream().map(UUID::toString).toList();
    return found(
        shelf,
        Queries.any(
            Stream.of(Facet.values())
                .filter(Facet::isOfNames)
                .map(facet -> Queries.isOneOf(facet.field(), ids))
                .toList()));
  }

  /**
   * Those whose texts have one of the names.
   *
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  Set<UUID> spelled(Shelf shelf, List<WrittenName> forms) {
    Set<UUID> found = new HashSet<>();
    for (int i = 0; i < forms.size(); i += FORMS_AT_ONCE) {
      List<Query> some =
          forms.subList(i, Math.min(forms.size(), i + FORMS_AT_ONCE)).stream()
              .map(FindNaming::spelled)
              .toList();
      found.addAll(
          found(
              shelf,
              Query.of(
                  query ->
                      query.nested(
                          edition -> edition.path(TextField.EDITIONS).query(Queries.any(some))))));
    }
    return found;
  }

  private static Query spelled(WrittenName name) {
    Query alone =
        Query.of(
            query ->
                query.multiMatch(
                    match -> match.query(name.form()).type(TextQueryType.Phrase).fields(FIELDS)));
    List<String> words =
        BETWEEN_WORDS.splitAsStream(name.form()).filter(w -> !w.isEmpty()).toList();
    boolean joined = !name.before().isEmpty() || !name.behind().isEmpty();
    return joined && !words.isEmpty() ? Queries.any(List.of(alone, joined(name, words))) : alone;
  }

  // Joined to others, the first and the last word are parts of what the index has for words.
  private static Query joined(WrittenName name, List<String> words) {
    int last = words.size() - 1;
    List<Query> all = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      String word =
          (i == 0 ? name.before() : "")
              + words.get(i).toLowerCase(Locale.ROOT)
              + (i == last ? name.behind() : "");
      all.add(Query.of(query -> query.regexp(terms -> terms.field(TextField.exact()).value(word))));
    }
    return Queries.all(all);
  }

  private Set<UUID> found(Shelf shelf, Query query) {
    Set<UUID> found = new HashSet<>();
    List<FieldValue> after = List.of();
    do {
      var hits = server.ask(page(shelf, query, after), "").hits().hits();
      hits.forEach(hit -> found.add(UUID.fromString(hit.sort().get(0).stringValue())));
      after = hits.size() < A_PAGE ? List.of() : hits.get(A_PAGE - 1).sort();
    } while (!after.isEmpty());
    return found;
  }

  // By the briefing's id, so that the key of the order tells all that is wanted.
  private static SearchRequest page(Shelf shelf, Query query, List<FieldValue> after) {
    SearchRequest.Builder page =
        new SearchRequest.Builder()
            .index(shelf.searchedAs())
            .query(weightless -> weightless.bool(bool -> bool.filter(query)))
            .size(A_PAGE)
            .sort(sort -> sort.field(by -> by.field("briefing").order(SortOrder.Asc)))
            .trackTotalHits(track -> track.enabled(false))
            .allowPartialSearchResults(false)
            .timeout("5s")
            .source(none -> none.fetch(false));
    return (after.isEmpty() ? page : page.searchAfter(after)).build();
  }
}
