package communique.search;

import static communique.doors.rest.RestClient.statement;
import static communique.search.Searcher.await;
import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Version;
import communique.doors.rest.RestClient;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The index when a node or its way to Elasticsearch fails. */
@OnTwoNodes
final class IndexOnTwoNodesIT {
  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final Duration QUICK = Duration.ofSeconds(5);

  private final RunningSystem first;
  private final RunningSystem second;
  private final Searcher search;
  private final IndexKeeper index;

  IndexOnTwoNodesIT(RunningSystem system) throws Exception {
    first = system;
    second = system.secondNode();
    search = new Searcher(system);
    index = new IndexKeeper(system);
  }

  @Test
  void a_rebuild_whose_node_goes_down_is_ended_by_the_other() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, mark);
    search.awaitFound(version, mark, "");
    JsonObject rebuild;
    index.allowNewIndices(false);
    try {
      rebuild = index.rebuild();
      first.killLiberty();
      assertThat(new Searcher(first, second).found(mark, "").body()).contains(mark);
    } finally {
      index.allowNewIndices(true);
    }
    try {
      await(
          () -> index.at(second).seen(rebuild).getString("state").equals("serving"),
          IndexKeeper.ALL);
      assertThat(editions(new Searcher(first, second).found(mark, "")))
          .containsExactly(id(version));
    } finally {
      first.startLiberty();
    }
  }

  @Test
  void while_elasticsearch_is_slow_searches_are_refused_in_time_and_nothing_else_is_slow()
      throws Exception {
    RestClient reader = RestClient.anonymous(second);
    RestClient depositor = RestClient.as("xv-depositor", first).at(second);
    assertThat(reader.get("search?q=x").statusCode()).isEqualTo(200);
    ExecutorService threads = Executors.newFixedThreadPool(48);
    first.searchProxy().delayAnswers(Duration.ofSeconds(30));
    try {
      List<Future<Asked>> searches = new ArrayList<>();
      for (int i = 0; i < 48; i++) {
        searches.add(threads.submit(asked(() -> reader.get("search?q=x").statusCode())));
      }
      for (int i = 0; i < 10; i++) {
        Asked list = asked(() -> reader.get("briefings?limit=3").statusCode()).call();
        assertThat(list.took()).as("a list").isLessThan(QUICK);
        Asked deposit =
            asked(() -> depositor.post("briefings", statement("In spite of it")).statusCode())
                .call();
        assertThat(deposit.status()).isEqualTo(201);
        assertThat(deposit.took()).as("a deposit").isLessThan(QUICK);
      }
      for (Future<Asked> each : searches) {
        assertThat(each.get().status()).isEqualTo(503);
        assertThat(each.get().took()).isLessThan(LONGEST);
      }
      int slow = 0;
      for (int i = 0; i < 10; i++) {
        slow +=
            asked(() -> reader.get("search?q=x").statusCode()).call().took().compareTo(QUICK) > 0
                ? 1
                : 0;
      }
      assertThat(slow).as("one tries in a while, the others are told at once").isLessThan(3);
    } finally {
      first.searchProxy().delayAnswers(Duration.ZERO);
      threads.shutdownNow();
    }
    await(() -> reader.get("search?q=x").statusCode() == 200);
  }

  /** What came of a request, and when. */
  private record Asked(int status, Duration took) {}

  private static Callable<Asked> asked(Callable<Integer> request) {
    return () -> {
      long start = System.nanoTime();
      int status = request.call();
      return new Asked(status, Duration.ofNanos(System.nanoTime() - start));
    };
  }
}
