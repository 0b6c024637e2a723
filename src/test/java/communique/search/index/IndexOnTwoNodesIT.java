package communique.search.index;

import static communique.doors.rest.RestClient.statement;
import static communique.search.Searcher.await;
import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Version;
import communique.doors.rest.RestClient;
import communique.search.Searcher;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The index when a node or its way to Elasticsearch fails. */
@OnTwoNodes
final class IndexOnTwoNodesIT {
  /** As many searches as may wait at the second node, which has 32 threads. */
  private static final int WAITING = 16;

  private static final int ASKED = 3 * WAITING;

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
  void while_searches_wait_for_a_slow_elasticsearch_other_doors_answer_and_more_are_refused()
      throws Exception {
    RestClient reader = RestClient.anonymous(second);
    RestClient depositor = RestClient.as("xv-depositor", first).at(second);
    assertThat(reader.get("search?q=x").statusCode()).isEqualTo(200);
    ExecutorService threads = Executors.newFixedThreadPool(ASKED);
    first.searchProxy().delayAnswers(Duration.ofSeconds(30));
    try {
      List<Future<Integer>> searches = new ArrayList<>();
      for (int i = 0; i < ASKED; i++) {
        searches.add(threads.submit(() -> reader.get("search?q=x").statusCode()));
      }
      await(() -> refused(searches) >= ASKED - WAITING);
      assertThat(reader.get("briefings?limit=3").statusCode()).isEqualTo(200);
      assertThat(depositor.post("briefings", statement("In spite of it")).statusCode())
          .isEqualTo(201);
      assertThat(refused(searches)).as("the others wait still").isEqualTo(ASKED - WAITING);
      for (Future<Integer> each : searches) {
        assertThat(each.get()).isEqualTo(503);
      }
    } finally {
      first.searchProxy().delayAnswers(Duration.ZERO);
      threads.shutdownNow();
    }
    await(() -> reader.get("search?q=x").statusCode() == 200);
  }

  private static long refused(List<Future<Integer>> searches) {
    return searches.stream().filter(Future::isDone).count();
  }
}
