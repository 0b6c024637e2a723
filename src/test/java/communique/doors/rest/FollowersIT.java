package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.EventStream;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Many who follow the changes at once, and for long; one after the other, since places are few. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("nothing new may come to those who follow")
class FollowersIT {
  private static final int MOST = 100;
  private static final String NEWS =
      """
      {"office":"XV-PRES","kind":"statement","language":"en",
       "body":[{"type":"paragraph","text":[{"text":"Something was said."}]}]}""";

  private final RunningSystem system;

  FollowersIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void a_hundred_may_follow_one_more_is_to_come_back_and_may_when_another_has_left()
      throws Exception {
    List<EventStream> followers = new ArrayList<>();
    try {
      addAll(followers);
      try (EventStream refused = follow()) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        byte[] problem = refused.refusal();
        SchemaCheck.assertValid("problem.schema.json", problem);
        assertThat(new String(problem, UTF_8)).contains("no more than 100 can follow");
      }
      followers.remove(0).close();
      followers.add(admitted(Instant.now().plusSeconds(60)));
    } finally {
      for (EventStream each : followers) {
        each.close();
      }
      // So that others find a place.
      admitted(Instant.now().plusSeconds(60)).close();
    }
  }

  @Test
  void who_hears_nothing_new_hears_a_sign_of_life_again_and_again() throws Exception {
    try (EventStream follower = admitted(Instant.now().plusSeconds(60))) {
      follower.await(":", 5);
      follower.await(":", 25);
    }
  }

  // Each waits for a moment until its stream begins, so they come together.
  private void addAll(List<EventStream> followers) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    List<Callable<EventStream>> all = Collections.nCopies(MOST, () -> admitted(end));
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      for (Future<EventStream> each : threads.invokeAll(all)) {
        followers.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  // That somebody has left is noticed when there is something to tell.
  private EventStream admitted(Instant end) throws Exception {
    EventStream follower = follow();
    while (follower.status() == 503 && Instant.now().isBefore(end)) {
      follower.close();
      RestClient.as("xv-depositor", system).must("POST", "briefings", NEWS);
      Thread.sleep(500);
      follower = follow();
    }
    assertThat(follower.status()).isEqualTo(200);
    return follower;
  }

  private EventStream follow() throws Exception {
    return EventStream.open(
        system,
        HttpRequest.newBuilder(system.httpUri().resolve("api/v1/changes/events?after=" + newest()))
            .timeout(Duration.ofSeconds(30))
            .build());
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
