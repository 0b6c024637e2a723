package communique.operations;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Regular work, one piece after the other, until the node stops. No failure ends it; only the first
 * of several in a row is logged.
 */
final class Beat {
  private static final System.Logger LOG = System.getLogger(Beat.class.getName());

  private final String trouble;
  private final Work work;

  private @Nullable Future<?> beats;

  // Only the beats touch this, and never two beats at once.
  private boolean failing;

  /**
   * @param trouble the sentence for the log when the work fails
   */
  Beat(String trouble, Work work) {
    this.trouble = trouble;
    this.work = work;
  }

  /**
   * Begins.
   *
   * @param pause between two beats, in milliseconds
   */
  void start(ManagedScheduledExecutorService timer, long pause) {
    beats = timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** Ends, and interrupts the work that is being done. */
  void stop() {
    end(true);
  }

  /** Ends, and leaves the work that is being done to come to its own end. */
  void runOut() {
    end(false);
  }

  private void end(boolean interrupting) {
    if (beats != null) {
      beats.cancel(interrupting);
    }
  }

  private void beat() {
    try {
      boolean more;
      do {
        more = work.piece();
        failing = false;
      } while (more && !Thread.currentThread().isInterrupted());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // A beat that throws would be the last.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, trouble, failure);
      }
      failing = true;
    }
  }

  /** The work. */
  @FunctionalInterface
  interface Work {
    /**
     * Does a piece of it.
     *
     * @return whether to go on at once, because there may be more to do
     */
    boolean piece() throws InterruptedException;
  }
}
