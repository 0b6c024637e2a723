package communique.operations;

import communique.deposit.imports.WorkOnImports;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/**
 * Has one import after the other worked on. One that fails goes on when its lease has run out; one
 * that is at work when the node stops ends after its batch, without being interrupted.
 */
@ApplicationScoped
class ImportTimer {
  private static final long PAUSE_MILLISECONDS = 500;

  private final Beat beat = new Beat("imports cannot go on now", this::work);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private WorkOnImports workOnImports;

  private volatile boolean stopping;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    beat.runOut();
  }

  private boolean work() {
    return workOnImports.next(() -> stopping);
  }
}
