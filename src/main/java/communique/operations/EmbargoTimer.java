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

/** Looks every second for embargoes that have ended. */
@ApplicationScoped
class EmbargoTimer {
  private static final System.Logger LOG = System.getLogger(EmbargoTimer.class.getName());

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private ReleaseEmbargoed releaseEmbargoed;

  private @Nullable Future<?> beats;
  private boolean failing;

  void start(@Observes Startup event) {
    beats = timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (beats != null) {
      beats.cancel(true);
    }
  }

  private void beat() {
    try {
      int released = releaseEmbargoed.release();
      if (released > 0) {
        LOG.log(System.Logger.Level.INFO, "{0} embargoes have ended", released);
      }
      failing = false;
    } catch (RuntimeException e) {
      // Whatever it was, a later beat may do better; a beat that throws would be the last one.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "embargoes cannot be lifted now: " + e);
      }
      failing = true;
    }
  }
}
