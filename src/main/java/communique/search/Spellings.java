package communique.search;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import co.elastic.clients.json.JsonData;
import communique.search.server.Deadline;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for words in the texts that everybody may see which a reader may have meant. */
@ApplicationScoped
class Spellings {
  private static final String WORDS = "words";

  @Inject private SearchServer server;

  /**
   * A query with those of its words that no public text has replaced by the most frequent of the
   * nearest that some have.
   *
   * @return nothing when there is none
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer in time
   */
  Optional<String> suggested(String query, Deadline deadline) {
    if (query.isBlank()) {
      return Optional.empty();
    }
    SearchResponse<JsonData> answer = server.ask(asked(query), query, deadline);
    List<TermSuggest> words =
        answer.suggest().getOrDefault(WORDS, List.of()).stream()
            .map(Suggestion::term)
            .filter(word -> !word.options().isEmpty() && QueryText.isWord(query, word.offset()))
            .sorted(Comparator.comparingInt(TermSuggest::offset).reversed())
            .toList();
    StringBuilder suggested = new StringBuilder(query);
    for (TermSuggest word : words) {
      suggested.replace(word.offset(), word.offset() + word.length(), word.options().get(0).text());
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(suggested.toString());
  }

  private static SearchRequest asked(String query) {
    return SearchRequest.of(
        request ->
            request
                .index(Shelf.PUBLIC.searchedAs())
                .size(0)
                .allowPartialSearchResults(false)
                .suggest(
                    suggest ->
                        suggest
                            .text(query)
                            .suggesters(
                                WORDS,
                                words ->
                                    words.term(
                                        term ->
                                            term.field(TextField.exact())
                                                .size(1)
                                                .suggestMode(SuggestMode.Missing)))));
  }
}
