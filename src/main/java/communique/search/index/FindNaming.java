package communique.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import communique.authority.WrittenName;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.AuthorityKind;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final int A_PAGE = 500;

  /** Shorter than the client waits. */
  private static final String LONGEST = "8s";

  private static final String BRIEFING = "briefing";
  private static final int BAD_REQUEST = 400;

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
   * Lets all be found that was indexed up to now.
   *
   * @throws Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot do that now
   */
  void refresh() {
    List<String> indices = Arrays.stream(Shelf.values()).map(Shelf::searchedAs).toList();
    ShardStatistics shards =
        answer(client -> client.indices().refresh(refresh -> refresh.index(indices))).shards();
    if (shards == null || shards.failed().intValue() > 0) {
      throw unavailable(null);
    }
  }

  /**
   * Those after a briefing, by identity, of which the index says that they name one of the
   * authorities, and those whose texts have one of the names.
   *
   * @throws Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  NamingPage after(UUID briefing, Set<UUID> authorities, List<WrittenName> forms) {
    Query named = named(authorities);
    NamingPage all = NamingPage.of(List.of(), false, A_PAGE);
    for (Shelf shelf : Shelf.values()) {
      all = all.and(page(shelf, after(briefing, named)).orElseThrow(() -> unavailable(null)));
      for (int i = 0; i < forms.size(); i += FORMS_AT_ONCE) {
        List<WrittenName> some = forms.subList(i, Math.min(forms.size(), i + FORMS_AT_ONCE));
        all = all.and(spelled(shelf, briefing, some));
      }
    }
    return all;
  }

  private static Query named(Set<UUID> authorities) {
    List<String> ids = authorities.stream().map(UUID::toString).toList();
    return Queries.any(
        Stream.of(AuthorityKind.values()).map(kind -> Queries.isOneOf(kind.code(), ids)).toList());
  }

  // What takes too long for all of them is asked for fewer.
  private NamingPage spelled(Shelf shelf, UUID after, List<WrittenName> forms) {
    Optional<NamingPage> found = page(shelf, after(after, spelled(forms)));
    int half = forms.size() / 2;
    if (found.isEmpty() && half == 0) {
      throw unavailable(null);
    }
    return found.orElseGet(
        () ->
            spelled(shelf, after, forms.subList(0, half))
                .and(spelled(shelf, after, forms.subList(half, forms.size()))));
  }

  private static Query spelled(List<WrittenName> forms) {
    List<Query> all = forms.stream().map(FindNaming::spelled).toList();
    return Query.of(
        query -> query.nested(edition -> edition.path(TextField.EDITIONS).query(Queries.any(all))));
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

  private static Query after(UUID briefing, Query query) {
    Query behind =
        Query.of(
            range ->
                range.range(of -> of.term(term -> term.field(BRIEFING).gt(briefing.toString()))));
    // None of them weighs anything.
    return Query.of(both -> both.bool(bool -> bool.filter(behind, query)));
  }

  /** Nothing when it takes too long. */
  private Optional<NamingPage> page(Shelf shelf, Query query) {
    SearchRequest request =
        SearchRequest.of(
            page ->
                page.index(shelf.searchedAs())
                    .query(query)
                    .size(A_PAGE)
                    // The key of the order tells all that is wanted.
                    .sort(sort -> sort.field(by -> by.field(BRIEFING).order(SortOrder.Asc)))
                    .trackTotalHits(track -> track.enabled(false))
                    .allowPartialSearchResults(false)
                    .timeout(LONGEST)
                    .source(none -> none.fetch(false)));
    SearchResponse<Void> answer = answer(client -> client.search(request, Void.class));
    if (answer.timedOut()) {
      return Optional.empty();
    }
    List<UUID> found =
        answer.hits().hits().stream()
            .map(hit -> UUID.fromString(hit.sort().get(0).stringValue()))
            .toList();
    return Optional.of(NamingPage.of(found, shelf == Shelf.PUBLIC, A_PAGE));
  }

  /** Something that is asked of Elasticsearch. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  // Not by the way of readers: they are not to wait for this, nor to be refused when it fails.
  private <T> T answer(Question<T> question) {
    try {
      return question.ask(server.client());
    } catch (IOException e) {
      throw unavailable(e);
    } catch (ElasticsearchException e) {
      // A malformed request would be a fault of this archive, which has to be told.
      throw e.status() == BAD_REQUEST ? e : unavailable(e);
    }
  }

  private static Refusal unavailable(@Nullable Throwable cause) {
    return new Refusal(
        Reason.SEARCH_UNAVAILABLE, "", "search is not available now; try again later", "", cause);
  }
}
