package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static communique.doors.soap.UsernameTokenText.created;
import static communique.doors.soap.UsernameTokenText.nonce;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.doors.soap.MessageSigner;
import communique.doors.soap.UsernameTokenText;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes of one archive do not get in each other's way, and one of them is enough. */
@OnTwoNodes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoNodesIT {
  private final RunningSystem first;
  private final RunningSystem second;
  private final RestClient here;
  private final RestClient there;

  TwoNodesIT(RunningSystem system) throws Exception {
    first = system;
    second = system.secondNode();
    here = RestClient.as("xv-depositor", system);
    there = here.at(second);
  }

  @BeforeAll
  void both_are_there() throws Exception {
    String id = field("briefing", here.must("POST", "briefings", statement("Seen by both")));
    assertThat(there.get("briefings/" + id + "/en").statusCode()).isEqualTo(200);
  }

  @Test
  void embargoes_end_on_time_in_order_and_once() throws Exception {
    Instant start = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
    List<String> inOrder = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RestClient node = i % 2 == 0 ? here : there;
      inOrder.add(deposit(node, start.plusMillis(i * 100L)));
    }
    awaitReleased(inOrder, start.plusSeconds(20));
    List<Release> released = releasedAmong(inOrder);
    assertThat(released.stream().map(Release::briefing)).containsExactlyElementsOf(inOrder);
    assertThat(released).allMatch(release -> release.late() >= 0 && release.late() < 2);
  }

  @Test
  void what_ended_while_a_node_or_all_were_down_is_released_afterwards_once() throws Exception {
    String oneDown = deposit(here, Instant.now().plusSeconds(2));
    first.killLiberty();
    awaitReleased(List.of(oneDown), Instant.now().plusSeconds(20));
    assertThat(releasedAmong(List.of(oneDown)).get(0).late()).isBetween(0.0, 2.0);
    String allDown = deposit(there, Instant.now().plusSeconds(2));
    second.killLiberty();
    Thread.sleep(Duration.ofSeconds(3).toMillis());
    assertThat(releasedAmong(List.of(allDown))).isEmpty();
    first.startLiberty();
    Instant ready = Instant.now();
    awaitReleased(List.of(allDown), ready.plusSeconds(20));
    assertThat(releasedAmong(List.of(allDown)).get(0).at()).isBefore(ready.plusSeconds(2));
    second.startLiberty();
    awaitReleased(List.of(allDown), Instant.now().plusSeconds(20));
    assertThat(releasedAmong(List.of(oneDown, allDown))).hasSize(2);
  }

  @Test
  void of_corrections_at_both_one_wins() throws Exception {
    String id = field("briefing", here.must("POST", "briefings", statement("At both")));
    String base = here.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
    List<Callable<Integer>> corrections = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RestClient node = i % 2 == 0 ? here : there;
      String body = edition("", "At both " + i, "\"significance\":\"minor\"");
      corrections.add(
          () -> node.send("PUT", "briefings/" + id + "/en", body, "If-Match", base).statusCode());
    }
    List<Integer> answers = atOnce(corrections);
    assertThat(answers).containsOnly(200, 412);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PasswordText", "PasswordDigest", "signature"})
  void what_one_has_taken_the_other_does_not_take_once_more(String kind) throws Exception {
    Callable<String> messages = countingOnce(kind);
    String message = messages.call();
    assertThat(MessageSigner.send(first, message).statusCode()).isEqualTo(200);
    mustBeUsed(MessageSigner.send(second, message));
    assertThat(MessageSigner.send(second, messages.call()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PasswordText", "PasswordDigest", "signature"})
  void of_the_same_message_at_both_at_once_one_is_taken(String kind) throws Exception {
    Callable<String> messages = countingOnce(kind);
    for (int round = 0; round < 5; round++) {
      String message = messages.call();
      List<Callable<HttpResponse<String>>> uses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RunningSystem node = i % 2 == 0 ? first : second;
        uses.add(() -> MessageSigner.send(node, message));
      }
      List<HttpResponse<String>> answers = atOnce(uses);
      List<HttpResponse<String>> refused =
          answers.stream().filter(answer -> answer.statusCode() != 200).toList();
      assertThat(refused).hasSize(uses.size() - 1).allSatisfy(TwoNodesIT::mustBeUsedOrInUse);
    }
  }

  /** Makes messages that log in by what counts once. */
  private Callable<String> countingOnce(String kind) throws Exception {
    String name = "xv-depositor";
    return switch (kind) {
      case "PasswordText" -> {
        String password = first.password(name);
        yield () -> UsernameTokenText.text(name, password, nonce(), created());
      }
      case "PasswordDigest" -> {
        String secret = UsernameTokenText.secret(first, name);
        yield () -> UsernameTokenText.digest(name, secret, nonce(), created());
      }
      default -> MessageSigner.of(first, "two-nodes", name)::deposit;
    };
  }

  // Of one signature a node takes in one message at a time.
  private static void mustBeUsedOrInUse(HttpResponse<String> answer) {
    if (!answer.body().contains("a message with the same signature is being received")) {
      mustBeUsed(answer);
    }
  }

  private static void mustBeUsed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.body()).contains("NOT_AUTHENTICATED", "used before");
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_name_that_was_told_to_one_is_known_to_the_other() throws Exception {
    String record =
        "{\"kind\":\"person\",\"names\":[{\"text\":\"Ada Twonodova\"},"
            + "{\"text\":\"Ада Двоузлова\",\"language\":\"ru\"}]}";
    RestClient.as("archivist", first).must("POST", "authorities", record);
    Instant end = Instant.now().plusSeconds(20);
    while (!there.get("search?q=Twonodova").body().contains("Двоузлова")) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static String deposit(RestClient node, Instant embargo) throws Exception {
    return field(
        "briefing",
        node.must("POST", "briefings", statement("Later", "\"embargo\":\"" + embargo + "\"")));
  }

  private void awaitReleased(List<String> briefings, Instant end) throws Exception {
    while (releasedAmong(briefings).size() < briefings.size() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    // Time enough for a second entry, if a node wrote one.
    Thread.sleep(1500);
  }

  private List<Release> releasedAmong(List<String> briefings) throws SQLException {
    try (Connection database = first.database();
        PreparedStatement query =
            database.prepareStatement(
                """
                select cast(j.briefing as text), extract(epoch from j.at - v.embargo), j.at
                from journal j join version v
                  on v.briefing = j.briefing and v.language = j.language and v.number = j.version
                where j.verb = 'ReleaseEmbargoed' and cast(j.briefing as text) = any (?)
                order by j.public_position""")) {
      query.setArray(1, database.createArrayOf("text", briefings.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        List<Release> releases = new ArrayList<>();
        while (rows.next()) {
          releases.add(
              new Release(rows.getString(1), rows.getDouble(2), rows.getTimestamp(3).toInstant()));
        }
        return releases;
      }
    }
  }

  /**
   * An entry of the journal.
   *
   * @param late seconds from the end of the embargo
   */
  private record Release(String briefing, double late, Instant at) {}
}
