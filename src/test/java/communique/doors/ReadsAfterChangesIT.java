package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Nodes remember what is read most. Once a change is acknowledged, no node tells what was before,
 * however busily it is asked meanwhile.
 */
@OnTwoNodes
final class ReadsAfterChangesIT {
  private static final int CORRECTIONS = 40;
  private static final int READERS = 3;

  private final RestClient office;
  private final List<RestClient> nodes;

  ReadsAfterChangesIT(RunningSystem system) throws Exception {
    office = RestClient.as("xv-depositor", system);
    nodes = List.of(RestClient.anonymous(system), RestClient.anonymous(system.secondNode()));
  }

  @Test
  void no_node_tells_an_older_version_than_the_last_acknowledged_one() throws Exception {
    String path = path(statement("Read by many, version 1."));
    AtomicInteger acknowledged = new AtomicInteger(1);
    AtomicBoolean corrected = new AtomicBoolean();
    Callable<Integer> correcting =
        () -> {
          try {
            for (int number = 2; number <= CORRECTIONS; number++) {
              correct(path, number);
              acknowledged.set(number);
            }
          } finally {
            corrected.set(true);
          }
          return 0;
        };
    List<Callable<Integer>> all = new ArrayList<>(List.of(correcting));
    for (RestClient node : nodes) {
      for (int i = 0; i < READERS; i++) {
        all.add(() -> reading(node, path, acknowledged, corrected));
      }
    }
    List<Integer> reads = together(all);
    assertThat(reads.subList(1, reads.size())).allMatch(count -> count > CORRECTIONS);
  }

  @Test
  void a_withdrawn_text_is_shown_by_no_node_from_the_acknowledgement_on() throws Exception {
    String path = path(statement("Withdrawn while it is read"));
    for (RestClient node : nodes) {
      assertThat(node.get(path).statusCode()).isEqualTo(200);
    }
    String briefing = path.substring(0, path.lastIndexOf('/'));
    office.must("POST", briefing + "/withdrawal", "{\"reason\":\"By mistake\"}");
    for (RestClient node : nodes) {
      assertThat(node.get(path).statusCode()).isEqualTo(410);
    }
    office.must("POST", briefing + "/reinstatement", "{\"reason\":\"It was none\"}");
    for (RestClient node : nodes) {
      assertThat(node.get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_embargoed_correction_is_read_from_its_instant_on_and_not_before() throws Exception {
    String path = path(statement("Corrected later"));
    HttpResponse<String> before = nodes.get(0).get(path);
    Instant instant = Instant.now().plusSeconds(5);
    office.must(
        "PUT",
        path,
        edition(
            "",
            "Corrected on time",
            "\"significance\":\"minor\"",
            "\"embargo\":\"" + instant + "\""),
        "If-Match",
        tag(before));
    while (Instant.now().isBefore(instant.minusMillis(2000))) {
      for (RestClient node : nodes) {
        assertThat(node.get(path).body()).isEqualTo(before.body());
      }
    }
    Thread.sleep(Duration.between(Instant.now(), instant.plusMillis(300)).toMillis());
    for (RestClient node : nodes) {
      assertThat(node.get(path).body()).contains("Corrected on time");
    }
  }

  private int reading(
      RestClient node, String path, AtomicInteger acknowledged, AtomicBoolean corrected)
      throws Exception {
    int reads = 0;
    while (!corrected.get()) {
      int atLeast = acknowledged.get();
      String read = node.get(path).body();
      assertThat(Integer.parseInt(read.replaceAll("(?s).*version ([0-9]+)\\..*", "$1")))
          .isGreaterThanOrEqualTo(atLeast);
      reads++;
    }
    return reads;
  }

  private void correct(String path, int number) throws Exception {
    office.must(
        "PUT",
        path,
        edition("", "Read by many, version " + number + ".", "\"significance\":\"minor\""),
        "If-Match",
        tag(office.get(path)));
  }

  private String path(String briefing) throws Exception {
    return "briefings/" + field("briefing", office.must("POST", "briefings", briefing)) + "/en";
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static List<Integer> together(List<Callable<Integer>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(all)) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
