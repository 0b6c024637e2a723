package communique.operations;

import communique.deposit.ReleaseEmbargoed;
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

/** Has the ends of embargoes written into the journal, within a second of their instants. */
@ApplicationScoped
class ReleaseTimer {
  private static final System.Logger LOG = System.getLogger(ReleaseTimer.class.getName());
  private static final long EVERY_MILLISECONDS = 1000;

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private ReleaseEmbargoed releaseEmbargoed;

  private @Nullable Future<?> ticks;

  // Only the ticks touch this, and never two ticks at once.
  private boolean failing;

  void start(@Observes Startup event) {
    ticks =
        timer.scheduleWithFixedDelay(
            this::tick, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (ticks != null) {
      ticks.cancel(true);
    }
  }

  private void tick() {
    try {
      int released;
      do {
        released = releaseEmbargoed.release();
      } while (released == ReleaseEmbargoed.AT_ONCE);
      failing = false;
    } catch (RuntimeException failure) {
      // A tick that throws would be the last. Readers see a version from its instant on in any
      // case; a later tick tells the followers.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "embargoes cannot be released now", failure);
      }
      failing = true;
    }
  }
}
