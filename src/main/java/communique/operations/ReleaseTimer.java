package communique.operations;

import communique.deposit.ReleaseEmbargoed;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Has the ends of embargoes written into the journal, within a second of their instants. Readers
 * see a version from its instant on in any case; when it cannot be written, a later beat tells the
 * followers.
 */
@ApplicationScoped
class ReleaseTimer {
  private static final long PAUSE_MILLISECONDS = 1000;

  private final Beat beat =
      new Beat(
          "embargoes cannot be released now",
          () -> this.releaseEmbargoed.release() == ReleaseEmbargoed.AT_ONCE);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private ReleaseEmbargoed releaseEmbargoed;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }
}
