package communique.search.server;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusedSearchesTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
  private final List<String> log = new ArrayList<>();
  private final RefusedSearches refused = new RefusedSearches(clock::get, log::add);

  @Test
  void the_first_is_told_at_once() {
    refused.because(new IOException("Connection refused"));

    assertThat(log).containsExactly("refused a search: java.io.IOException: Connection refused");
  }

  @Test
  void many_in_a_row_are_told_of_once_in_ten_seconds() {
    for (int i = 0; i < 1_000; i++) {
      refused.because("slow");
    }
    clock.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    refused.because("slow");
    assertThat(log).hasSize(1);

    clock.addAndGet(1);
    refused.because("away");

    assertThat(log).last().isEqualTo("refused a search: away, and 1000 others before");
  }

  @Test
  void what_failed_inside_of_elasticsearch_is_told_with_its_root() {
    refused.because(
        new ElasticsearchException(
            "es/search",
            ErrorResponse.of(
                answer ->
                    answer
                        .status(503)
                        .error(
                            error ->
                                error
                                    .type("search_phase_execution_exception")
                                    .reason("all shards failed")
                                    .rootCause(
                                        root ->
                                            root.type("no_shard_available_action_exception")
                                                .reason("x".repeat(10_000)))))));

    assertThat(log)
        .singleElement()
        .asString()
        .startsWith(
            "refused a search: 503 search_phase_execution_exception: all shards failed;"
                + " no_shard_available_action_exception: xxx")
        .hasSizeLessThan(500);
  }
}
