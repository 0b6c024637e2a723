package communique.operations;

import communique.preservation.ScrubMedia;
import communique.preservation.SweepMedia;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has the media store swept each day and checked each week, and whenever it is asked for. */
@ApplicationScoped
class UpkeepTimer {
  private static final System.Logger LOG = System.getLogger(UpkeepTimer.class.getName());
  private static final long EVERY_SECONDS = 2;

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private SweepMedia sweepMedia;
  @Inject private ScrubMedia scrubMedia;

  private @Nullable Future<?> sweeping;
  private @Nullable Future<?> checking;

  void start(@Observes Startup event) {
    sweeping = every(new Beat("the media store cannot be swept now", sweepMedia::sweepIfDue));
    checking = every(new Beat("media files cannot be checked now", scrubMedia::scrubIfDue));
  }

  @PreDestroy
  void stop() {
    if (sweeping != null) {
      sweeping.cancel(true);
    }
    if (checking != null) {
      checking.cancel(true);
    }
  }

  private Future<?> every(Runnable beat) {
    return timer.scheduleWithFixedDelay(beat, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private static final class Beat implements Runnable {
    private final String trouble;
    private final Work work;

    // Only the beats touch this, and never two beats at once.
    private boolean failing;

    Beat(String trouble, Work work) {
      this.trouble = trouble;
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
        failing = false;
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
  }
}
