package communique.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void no_failure_ends_it_nor_does_an_error_of_the_machine() throws InterruptedException {
    AtomicInteger pieces = new AtomicInteger();
    CountDownLatch afterwards = new CountDownLatch(1);
    Beat beat =
        new Beat(
            "tried in vain",
            () -> {
              int piece = pieces.incrementAndGet();
              if (piece == 1) {
                throw new IllegalStateException("not now");
              }
              if (piece == 2) {
                throw new OutOfMemoryError("for a moment");
              }
              afterwards.countDown();
              return false;
            });
    beat.start(timer, 1);
    assertThat(afterwards.await(10, TimeUnit.SECONDS)).isTrue();
    beat.stop();
  }

  @Test
  void it_goes_on_at_once_while_there_is_more_to_do_and_comes_to_its_end_when_it_is_to_run_out()
      throws InterruptedException {
    AtomicInteger pieces = new AtomicInteger();
    Beat beat = new Beat("tried in vain", () -> pieces.incrementAndGet() % 1000 != 0);
    beat.start(timer, 1);
    while (pieces.get() == 0) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    beat.runOut();
    timer.shutdown();
    assertThat(timer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pieces.get() % 1000).isZero();
  }
}
