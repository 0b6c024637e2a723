package communique.operations;

import communique.access.UsedOnce;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Has nonces and signatures forgotten that are too old to be used again. */
@ApplicationScoped
class UsedOnceTimer {
  private static final long PAUSE_MILLISECONDS = 10_000;

  private final Beat beat =
      new Beat("used nonces and signatures cannot be forgotten now", this::forget);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private UsedOnce usedOnce;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }

  private boolean forget() {
    return usedOnce.forget();
  }
}
