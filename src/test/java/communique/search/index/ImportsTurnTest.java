package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How much of its time the index spends on what an import brings in while that is at work. */
class ImportsTurnTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final ImportsTurn turn = new ImportsTurn(now::get);

  @Test
  void the_first_step_is_taken_at_once() {
    assertThat(turn.hasCome()).isTrue();
  }

  @Test
  void after_a_step_the_index_rests_nineteen_times_as_long() {
    turn.ended(Duration.ofMillis(100));

    now.addAndGet(Duration.ofMillis(1900).toNanos() - 1);
    assertThat(turn.hasCome()).isFalse();
    now.addAndGet(1);
    assertThat(turn.hasCome()).isTrue();
  }
}
