package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import communique.journal.index.IndexRequests;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private long now;
  private final Waits waits = new Waits(() -> now * 1_000_000_000);

  @Test
  void the_first_that_waits_has_done_so_since_it_was_seen_although_those_before_it_are_done() {
    assertThat(seen(10, 20)).isZero();
    now = 3;
    assertThat(seen(10, 30)).isEqualTo(Duration.ofSeconds(3));
    now = 5;
    assertThat(seen(15, 30)).as("seen with the tenth").isEqualTo(Duration.ofSeconds(5));
    assertThat(seen(25, 40)).isEqualTo(Duration.ofSeconds(2));
    now = 6;
    assertThat(seen(35, 40)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waits.seen(Optional.empty())).isZero();
    now = 9;
    assertThat(seen(40, 40)).as("a new one").isZero();
  }

  private Duration seen(long first, long last) {
    return waits.seen(Optional.of(new IndexRequests.Open(first, last)));
  }
}
