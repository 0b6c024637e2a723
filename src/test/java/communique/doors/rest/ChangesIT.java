package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.doors.EventStream;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever follows the changes gets each of them once and in order. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("FollowersIT takes all places of those who follow")
class ChangesIT {
  private static final int WRITERS = 8;
  private static final int EACH = 6;

  private final RunningSystem system;
  private final RestDepositor rest;

  ChangesIT(RunningSystem system) throws Exception {
    this.system = system;
    this.rest = new RestDepositor(system);
  }

  @Test
  void a_reader_that_resumes_while_eight_write_gets_every_change_once_and_in_order()
      throws Exception {
    long begin = newest();
    Set<String> kept = ConcurrentHashMap.newKeySet();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> works = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      works.add(
          writers.submit(
              () -> {
                for (int i = 0; i < EACH; i++) {
                  kept.add(rest.deposit("en", "One of many", "").toString());
                }
                return null;
              }));
    }
    List<Long> positions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long from = begin;
    while (!works.stream().allMatch(Future::isDone) || newest() > from) {
      JsonNode page = rest.json("/api/v1/changes?limit=3&after=" + from);
      for (JsonNode change : page.get("changes")) {
        positions.add(change.get("position").asLong());
        seen.add(change.get("briefing").asText());
      }
      from = page.get("next").asLong();
    }
    for (Future<?> work : works) {
      work.get();
    }
    writers.shutdown();
    assertThat(seen).containsAll(kept).hasSizeGreaterThanOrEqualTo(WRITERS * EACH);
    assertThat(positions.get(0)).isEqualTo(begin + 1);
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(positions.get(positions.size() - 1)).isEqualTo(begin + positions.size());
  }

  @Test
  void the_life_of_a_briefing_is_told_and_what_is_withdrawn_has_no_headline() throws Exception {
    long begin = newest();
    UUID id = rest.deposit("en", "A life", ",\"section\":\"Lives\"");
    rest.correct(id, "en", "minor", "A life!");
    rest.correct(id, "en", "major", "Another life");
    JsonNode shown = rest.json("/api/v1/changes?after=" + begin).get("changes");
    assertThat(shown.findValuesAsText("headline"))
        .containsSubsequence("A life", "A life!", "Another life");
    assertThat(shown.findValuesAsText("significance")).containsSubsequence("minor", "major");
    rest.withdraw(id);
    String address = "/api/v1/changes?after=" + begin;
    JsonNode page = rest.json(address);
    List<JsonNode> ours = new ArrayList<>();
    page.get("changes")
        .forEach(
            change -> {
              if (change.get("briefing").asText().equals(id.toString())) {
                ours.add(change);
              }
            });
    assertThat(ours).hasSize(4).noneMatch(change -> change.has("headline"));
    assertThat(ours.get(3).get("verb").asText()).isEqualTo("WithdrawBriefing");
    SchemaCheck.assertValid("changes.schema.json", rest.get(address).body().getBytes(UTF_8));
  }

  @Test
  void what_is_under_embargo_leaves_no_gap() throws Exception {
    long begin = newest();
    String later = Instant.now().plusSeconds(3600).toString();
    UUID secret = rest.deposit("en", "Not yet", ",\"embargo\":\"" + later + "\"");
    rest.deposit("en", "Now", "");
    JsonNode changes = rest.json("/api/v1/changes?limit=1000&after=" + begin).get("changes");
    assertThat(changes.findValuesAsText("briefing")).doesNotContain(secret.toString());
    assertThat(changes.get(0).get("position").asLong()).isEqualTo(begin + 1);
  }

  @Test
  void where_nothing_is_new_the_same_address_is_given_again_and_unchanged() throws Exception {
    long newest = newest();
    String last = "/api/v1/changes?after=" + newest;
    JsonNode page = rest.json(last);
    assertThat(page.get("changes")).isEmpty();
    assertThat(page.get("next").asLong()).isEqualTo(newest);
    String tag = rest.get(last).headers().firstValue("ETag").orElseThrow();
    assertThat(rest.get(last, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(rest.get("/api/v1/changes?after=-1").statusCode()).isEqualTo(400);
    assertThat(rest.get("/api/v1/changes?limit=1001").statusCode()).isEqualTo(400);
  }

  @Test
  void a_position_that_nobody_can_have_come_to_is_refused() throws Exception {
    String far = "after=" + 900_000_000_000L;
    for (String address : List.of("/api/v1/changes?" + far, "/api/v1/changes/events?" + far)) {
      HttpResponse<String> answer = rest.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(answer.body()).contains("OUT_OF_RANGE", "\"field\":\"after\"");
    }
    HttpResponse<String> resumed =
        rest.get("/api/v1/changes/events", "Last-Event-ID", "900000000000");
    assertThat(resumed.statusCode()).isEqualTo(400);
    assertThat(resumed.body()).contains("\"field\":\"Last-Event-ID\"");
  }

  @Test
  void who_asks_for_the_head_of_the_stream_takes_nobodys_place() throws Exception {
    for (int i = 0; i <= 100; i++) {
      HttpResponse<Void> head =
          system
              .client()
              .send(
                  HttpRequest.newBuilder(rest.uri("/api/v1/changes/events?after=" + newest()))
                      .method("HEAD", BodyPublishers.noBody())
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  BodyHandlers.discarding());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(head.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
    try (EventStream follower = follow(newest())) {
      assertThat(follower.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void events_tell_the_same_as_it_happens_and_begin_after_the_last_that_was_seen()
      throws Exception {
    UUID before = rest.deposit("en", "Before", "");
    long seen = newest();
    HttpRequest request =
        HttpRequest.newBuilder(rest.uri("/api/v1/changes/events?after=0"))
            .header("Last-Event-ID", Long.toString(seen))
            .build();
    var answer = system.client().send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    UUID now = rest.deposit("en", "As it happens", "");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      List<String> heard = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !line.contains(now.toString())) {
        heard.add(line);
        line = lines.readLine();
      }
      assertThat(line).startsWith("data:").contains("As it happens");
      assertThat(heard).anyMatch(each -> each.replace(" ", "").equals("id:" + (seen + 1)));
      assertThat(heard).noneMatch(each -> each.contains(before.toString()));
    }
  }

  @Test
  void who_was_cut_off_goes_on_behind_the_last_that_it_heard() throws Exception {
    UUID first = rest.deposit("en", "Before the cut", "");
    String seen;
    try (EventStream follower = follow(newest() - 1)) {
      seen = follower.await("id:", 10).replaceFirst("id: ?", "");
      assertThat(follower.await("data:", 10)).contains(first.toString());
    }
    UUID meanwhile = rest.deposit("en", "While nobody listened", "");
    try (EventStream again = follow(0, "Last-Event-ID", seen)) {
      assertThat(again.await("id:", 10).replaceFirst("id: ?", ""))
          .isEqualTo(Long.toString(Long.parseLong(seen) + 1));
      String data = again.await("data:", 10);
      while (!data.contains(meanwhile.toString())) {
        data = again.await("data:", 10);
      }
      UUID later = rest.deposit("en", "When it listens again", "");
      assertThat(again.await("data:", 10)).contains(later.toString());
    }
  }

  private EventStream follow(long after, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(rest.uri("/api/v1/changes/events?after=" + after))
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    EventStream follower = EventStream.open(system, request.build());
    assertThat(follower.status()).isEqualTo(200);
    return follower;
  }

  private long newest() throws Exception {
    try (var connection = system.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select public_position from journal_head")) {
      row.next();
      return row.getLong(1);
    }
  }
}
