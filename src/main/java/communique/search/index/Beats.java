package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;

/**
 * Does a piece of work time and again. While that fails, it tries again after pauses that grow to
 * five seconds, and says so once, not each time.
 */
final class Beats implements Runnable {
  /** From the end of one beat to the next. */
  static final Duration BEAT = Duration.ofMillis(250);

  private static final System.Logger LOG = System.getLogger(Beats.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String consequence;
  private final Work work;

  // Only the beats touch these, and never two beats at once.
  private Duration pause = Duration.ZERO;
  private long waitingUntil = System.nanoTime();

  /**
   * @param consequence what is the matter while the work fails, for the log
   */
  Beats(String consequence, Work work) {
    this.consequence = consequence;
    this.work = work;
  }

  /** The work. */
  @FunctionalInterface
  interface Work {
    /**
     * Does a piece of it.
     *
     * @return whether to go on at once, because there may be more to do
     */
    boolean piece() throws IOException;
  }

  @Override
  public void run() {
    if (System.nanoTime() - waitingUntil < 0) {
      return;
    }
    try {
      while (work.piece() && !Thread.currentThread().isInterrupted()) {
        recovered();
      }
      recovered();
    } catch (IOException | ElasticsearchException e) {
      failed("Elasticsearch does not answer", e);
    } catch (Throwable e) {
      // Whatever it was, a later beat may do better; a beat that throws would be the last one.
      failed("an unexpected failure", e);
    }
  }

  private void recovered() {
    if (!pause.isZero()) {
      LOG.log(System.Logger.Level.INFO, "no longer: " + consequence);
      pause = Duration.ZERO;
    }
  }

  private void failed(String what, Throwable failure) {
    if (pause.isZero()) {
      LOG.log(System.Logger.Level.WARNING, consequence + ": " + what + ": " + failure);
      LOG.log(System.Logger.Level.DEBUG, what, failure);
      pause = BEAT;
    } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
    waitingUntil = System.nanoTime() + pause.toNanos();
  }
}
