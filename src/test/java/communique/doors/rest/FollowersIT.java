package communique.doors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.EventStream;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who follow the changes at once, for long, and again after they were cut off. */
@ExtendWith(RunningSystem.Shared.class)
class FollowersIT {
  private static final int MOST = 100;

  /** Nothing comes after it. */
  private static final String IDLE = "?after=900000000000";

  private final RunningSystem system;
  private final RestDepositor rest;

  FollowersIT(RunningSystem system) throws Exception {
    this.system = system;
    this.rest = new RestDepositor(system);
  }

  @Test
  void a_hundred_may_follow_one_more_is_to_come_back_and_may_when_another_has_left()
      throws Exception {
    List<EventStream> followers = new ArrayList<>();
    try {
      // Whoever followed before and has gone is noticed within a heartbeat or two.
      Instant end = Instant.now().plusSeconds(60);
      while (followers.size() < MOST) {
        followers.add(admitted(end));
      }
      try (EventStream refused = follow(IDLE)) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        SchemaCheck.assertValid("problem.schema.json", refused.refusal());
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

  @Test
  void who_was_cut_off_goes_on_behind_the_last_that_it_heard() throws Exception {
    UUID first = rest.deposit("en", "Before the cut", "");
    String seen;
    Instant end = Instant.now().plusSeconds(60);
    try (EventStream follower = admitted(end, "?after=" + (newest() - 1))) {
      seen = follower.await("id:", 10).replaceFirst("id: ?", "");
      assertThat(follower.await("data:", 10)).contains(first.toString());
    }
    UUID meanwhile = rest.deposit("en", "While nobody listened", "");
    try (EventStream again = admitted(end, "?after=0", "Last-Event-ID", seen)) {
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

  private EventStream admitted(Instant end) throws Exception {
    return admitted(end, IDLE);
  }

  // The places of those who have left are free only after a while.
  private EventStream admitted(Instant end, String query, String... headers) throws Exception {
    EventStream follower = follow(query, headers);
    while (follower.status() == 503 && Instant.now().isBefore(end)) {
      follower.close();
      Thread.sleep(500);
      follower = follow(query, headers);
    }
    assertThat(follower.status()).isEqualTo(200);
    return follower;
  }

  private EventStream follow(String query, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(rest.uri("/api/v1/changes/events" + query))
            .timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return EventStream.open(system, request.build());
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
