package communique.deposit.imports;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps a job with this node: its lease is renewed again and again until this is closed. */
final class Lease {
  private static final System.Logger LOG = System.getLogger(Lease.class.getName());

  /** Some times within what another node waits before it takes a job over. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Future<?> renewals;

  private Lease(Future<?> renewals) {
    this.renewals = renewals;
  }

  /** Begins to renew. */
  static Lease kept(ScheduledExecutorService timer, Runnable renewal) {
    return kept(timer, renewal, PAUSE);
  }

  static Lease kept(ScheduledExecutorService timer, Runnable renewal, Duration pause) {
    return new Lease(
        timer.scheduleWithFixedDelay(
            () -> renew(renewal), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  // A renewal that throws would be the last.
  private static void renew(Runnable renewal) {
    try {
      renewal.run();
    } catch (Throwable failure) {
      LOG.log(System.Logger.Level.DEBUG, "a lease could not be renewed now", failure);
    }
  }

  /** Renews it no more. */
  void close() {
    renewals.cancel(false);
  }
}
