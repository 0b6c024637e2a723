package communique.deposit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job is kept as long as it is worked on, however long its steps take. */
class LeaseTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void it_is_renewed_again_and_again_also_after_a_failure() throws InterruptedException {
    CountDownLatch renewed = new CountDownLatch(3);
    Runnable renewal =
        () -> {
          renewed.countDown();
          throw new IllegalStateException("the database is away");
        };
    Lease lease = Lease.kept(timer, renewal, Duration.ofMillis(5));
    assertThat(renewed.await(10, TimeUnit.SECONDS)).isTrue();
    lease.close();
  }

  @Test
  void it_is_renewed_no_more_when_the_work_is_over() throws InterruptedException {
    AtomicInteger renewals = new AtomicInteger();
    Lease.kept(timer, renewals::incrementAndGet, Duration.ofMillis(5)).close();
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(renewals).hasValueLessThan(2);
  }
}
