package communique.operations;

import communique.preservation.ScrubMedia;
import communique.preservation.SweepMedia;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Has the media store swept each day and checked each week, and whenever it is asked for. */
@ApplicationScoped
class UpkeepTimer {
  private static final long PAUSE_MILLISECONDS = 2000;

  private final Beat sweeping = new Beat("the media store cannot be swept now", this::sweep);
  private final Beat checking = new Beat("media files cannot be checked now", this::check);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private SweepMedia sweepMedia;
  @Inject private ScrubMedia scrubMedia;

  void start(@Observes Startup event) {
    sweeping.start(timer, PAUSE_MILLISECONDS);
    checking.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    sweeping.stop();
    checking.stop();
  }

  private boolean sweep() {
    sweepMedia.sweepIfDue();
    return false;
  }

  private boolean check() throws InterruptedException {
    scrubMedia.scrubIfDue();
    return false;
  }
}
