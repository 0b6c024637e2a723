package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SearchGateTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final SearchGate gate = new SearchGate(now::get);

  @Test
  void no_more_than_thirty_two_wait_at_once() {
    for (int i = 0; i < 32; i++) {
      assertThat(gate.enter()).isTrue();
    }
    assertThat(gate.enter()).isFalse();
    gate.leave(true);
    assertThat(gate.enter()).isTrue();
    assertThat(gate.enter()).isFalse();
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
