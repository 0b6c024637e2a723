package communique.search.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SearchGateTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final SearchGate gate = new SearchGate(8, now::get);

  @Test
  void half_of_the_threads_wait_for_an_answer_all_others_but_two_for_their_turn_and_no_more()
      throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(gate.enter()).isTrue();
    }
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> fifth = others.submit(gate::enter);
      Future<Boolean> sixth = others.submit(gate::enter);
      while (gate.queued() < 2) {
        Thread.onSpinWait();
      }
      assertThat(gate.enter()).as("the seventh, at once").isFalse();
      gate.leave(true);
      gate.leave(true);
      assertThat(fifth.get()).isTrue();
      assertThat(sixth.get()).isTrue();
      assertThat(gate.enter()).as("whose turn does not come").isFalse();
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void after_three_without_an_answer_one_in_a_second_tries_until_there_is_one() {
    for (int i = 0; i < 3; i++) {
      assertThat(gate.enter()).isTrue();
      gate.leave(false);
    }
    assertThat(gate.enter()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(gate.enter()).as("the one that tries").isTrue();
    assertThat(gate.enter()).as("another one").isFalse();
    gate.leave(false);
    assertThat(gate.enter()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(gate.enter()).isTrue();
    gate.leave(true);
    assertThat(gate.enter()).isTrue();
    assertThat(gate.enter()).isTrue();
  }

  @Test
  void single_failures_close_nothing() {
    for (int i = 0; i < 10; i++) {
      assertThat(gate.enter()).isTrue();
      gate.leave(false);
      assertThat(gate.enter()).isTrue();
      gate.leave(true);
    }
    assertThat(gate.enter()).isTrue();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
