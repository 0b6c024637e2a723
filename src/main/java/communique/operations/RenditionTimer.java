package communique.operations;

import communique.preservation.MakeRenditions;
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

/** Has smaller pictures made, one picture after the other, so that memory stays bounded. */
@ApplicationScoped
class RenditionTimer {
  private static final System.Logger LOG = System.getLogger(RenditionTimer.class.getName());
  private static final long EVERY_MILLISECONDS = 1000;

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private MakeRenditions makeRenditions;

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
      while (!Thread.currentThread().isInterrupted() && makeRenditions.next()) {
        failing = false;
      }
      failing = false;
    } catch (RuntimeException failure) {
      // A tick that throws would be the last.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "renditions cannot be made now", failure);
      }
      failing = true;
    }
  }
}
