package communique.search;

import co.elastic.clients.elasticsearch.core.search.CompletionSuggestOption;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Completes what a reader begins to write, from headlines that everybody may see. */
@ApplicationScoped
public class SuggestQueries {
  private static final String HEADLINES = "headlines";
  private static final int MOST = 10;
  private static final int LONGEST = 100;

  @Inject private SearchServer server;

  /**
   * Headlines that begin like this, ten at most, each once.
   *
   * @param beginning 1 to 100 characters
   * @throws Refusal MISSING or TOO_LONG on {@code q} when it is none; SEARCH_UNAVAILABLE when
   *     Elasticsearch cannot answer now
   */
  public List<String> suggest(String beginning) {
    if (beginning.isBlank()) {
      throw new Refusal(Reason.MISSING, "q", "must be present and not blank", "");
    }
    if (beginning.codePointCount(0, beginning.length()) > LONGEST) {
      throw new Refusal(
          Reason.TOO_LONG, "q", "must have at most " + LONGEST + " characters", beginning);
    }
    return server
        .ask(asked(Text.composed(beginning)), beginning)
        .suggest()
        .getOrDefault(HEADLINES, List.of())
        .stream()
        .map(Suggestion::completion)
        .flatMap(completion -> completion.options().stream())
        .map(CompletionSuggestOption::text)
        .toList();
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest asked(String beginning) {
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        request ->
            request
                .index(Shelf.PUBLIC.searchedAs())
                .source(source -> source.fetch(false))
                .allowPartialSearchResults(false)
                .suggest(
                    suggest ->
                        suggest.suggesters(
                            HEADLINES,
                            headlines ->
                                headlines
                                    .prefix(beginning)
                                    .completion(
                                        complete ->
                                            complete
                                                .field("complete")
                                                .skipDuplicates(true)
                                                .size(MOST)))));
  }
}
