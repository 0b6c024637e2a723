package communique.search.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Deadline deadline = new Deadline(now::get);

  @Test
  void each_question_may_take_what_those_before_have_left_in_begun_seconds() {
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(5));
    pass(Duration.ofMillis(1));
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(2));
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(3));
    assertThat(deadline.isSpent()).isFalse();
  }

  @Test
  void what_is_needed_has_a_second_also_when_all_is_spent() {
    pass(Duration.ofMillis(4_500));
    assertThat(deadline.isSpent()).isFalse();
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofMillis(500));
    assertThat(deadline.isSpent()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(deadline.isSpent()).isTrue();
    assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(1));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
