package communique.schedule;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Regular work, one piece after the other, until the node stops. No failure ends it, not even one
 * of the machine; only the first of several in a row is logged.
 */
public final class Beat {
  private static final System.Logger LOG = System.getLogger(Beat.class.getName());

  private final String trouble;
  private final Work work;

  private @Nullable Future<?> beats;

  // Only the beats touch this, and never two beats at once.
  private boolean failing;

  /**
   * @param trouble the sentence for the log when the work fails
   */
  public Beat(String trouble, Work work) {
    this.trouble = trouble;
    this.work = work;
  }

  /**
   * Begins.
   *
   * @param pause between two beats, in milliseconds
   */
  public void start(ScheduledExecutorService timer, long pause) {
    beats = timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** Ends, and interrupts the work that is being done. */
  public void stop() {
    end(true);
  }

  /** Ends, and leaves the work that is being done to come to its own end. */
  public void runOut() {
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
    } catch (Throwable failure) {
      // A beat that throws would be the last, whatever it throws; a later one may do better.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, trouble, failure);
      }
      failing = true;
    }
  }

  /** The work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does a piece of it.
     *
     * @return whether to go on at once, because there may be more to do
     */
    boolean piece() throws InterruptedException;
  }
}
