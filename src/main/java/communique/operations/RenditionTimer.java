package communique.operations;

import communique.preservation.MakeRenditions;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Has smaller pictures made, one picture after the other, so that memory stays bounded. */
@ApplicationScoped
class RenditionTimer {
  private static final long PAUSE_MILLISECONDS = 1000;

  private final Beat beat =
      new Beat("renditions cannot be made now", () -> this.makeRenditions.next());

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private MakeRenditions makeRenditions;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }
}
