package communique.soap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SignedBodiesTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void no_more_is_held_at_the_same_time_than_there_is_room_for() throws Exception {
    SignedBodies bodies = new SignedBodies(5L * MEGABYTE, Duration.ofMinutes(1));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String signature = "signature " + i;
        all.add(
            threads.submit(
                () -> {
                  try (SignedBodies.Room room = bodies.room(signature, 2L * MEGABYTE)) {
                    assertThat(room).isNotNull();
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    now.decrementAndGet();
                  }
                  return signature;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void who_waits_in_vain_is_told_to_come_again() {
    SignedBodies bodies = new SignedBodies(4L * MEGABYTE, SHORT);
    SignedBodies.Room held = bodies.room("one", 3L * MEGABYTE);
    mustRefuse(bodies, "two", 3 * MEGABYTE, "too many");
    bodies.room("small", 1_000).close();
    held.close();
    bodies.room("two", 3L * MEGABYTE).close();
  }

  @Test
  void a_message_that_does_not_tell_its_length_counts_as_a_large_one() {
    SignedBodies bodies = new SignedBodies(48L * MEGABYTE, SHORT);
    SignedBodies.Room held = bodies.room("one", -1);
    mustRefuse(bodies, "two", 25 * MEGABYTE, "too many");
    held.close();
  }

  @Test
  void one_that_is_larger_than_all_room_takes_all_of_it() {
    SignedBodies bodies = new SignedBodies(MEGABYTE, SHORT);
    SignedBodies.Room held = bodies.room("one", 3L * MEGABYTE);
    mustRefuse(bodies, "two", 1, "too many");
    held.close();
    bodies.room("two", 1).close();
  }

  @Test
  void of_one_signature_one_message_is_held() {
    SignedBodies bodies = new SignedBodies(48L * MEGABYTE, Duration.ofMinutes(1));
    SignedBodies.Room held = bodies.room("one", 1_000);
    mustRefuse(bodies, "one", 1_000, "same signature");
    held.close();
    bodies.room("one", 1_000).close();
  }

  private static void mustRefuse(SignedBodies bodies, String signature, int size, String rule) {
    assertThatThrownBy(() -> bodies.room(signature, size))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.RECORD_UNAVAILABLE);
              assertThat(refusal.rule()).contains(rule);
            });
  }
}
