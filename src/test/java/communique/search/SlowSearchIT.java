package communique.search;

import static communique.search.Searcher.await;
import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.json;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Version;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import communique.support.SearchProxy;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Searching while Elasticsearch answers, but late. */
@OnTwoNodes
final class SlowSearchIT {
  private final SearchProxy proxy;
  private final Searcher search;

  SlowSearchIT(RunningSystem first) throws Exception {
    RunningSystem second = first.secondNode();
    proxy = first.searchProxy();
    search = new Searcher(first, second);
  }

  @Test
  void after_three_searches_that_ran_out_of_time_others_are_refused_unasked() throws Exception {
    assertThat(search.found("x", "").statusCode()).isEqualTo(200);
    proxy.letSearchesRunOutOfTime(true);
    try {
      for (int i = 0; i < 3; i++) {
        assertThat(search.found("x", "").statusCode()).isEqualTo(503);
      }
    } finally {
      proxy.letSearchesRunOutOfTime(false);
    }
    assertThat(search.found("x", "").statusCode()).isEqualTo(503);
    await(() -> search.found("x", "").statusCode() == 200);
  }

  @Test
  void a_search_that_takes_long_is_answered_without_what_is_only_offered_besides()
      throws Exception {
    // A word with digits has no misspelt neighbours.
    String word = mark().replaceAll("\\d", "");
    Version version = search.deposit("en", null, word);
    search.awaitFound(version, word, "");
    String misspelt = word + "q";
    await(() -> json(search.found(misspelt, "")).containsKey("suggested"));

    proxy.delayAnswers(Duration.ofMillis(1_400));
    try {
      HttpResponse<String> found = search.found(misspelt, "");
      assertThat(found.statusCode()).isEqualTo(200);
      assertThat(editions(found)).containsExactly(id(version));
      assertThat(json(found)).doesNotContainKey("suggested");
    } finally {
      proxy.delayAnswers(Duration.ZERO);
    }
  }
}
