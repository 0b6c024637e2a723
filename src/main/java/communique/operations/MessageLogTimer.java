package communique.operations;

import communique.accounts.DropMessages;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Has old messages of watched accounts dropped, each hour. */
@ApplicationScoped
class MessageLogTimer {
  private static final long PAUSE_MILLISECONDS = 3_600_000;

  private final Beat beat = new Beat("old messages cannot be dropped now", this::drop);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private DropMessages dropMessages;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }

  private boolean drop() {
    dropMessages.drop();
    return false;
  }
}
