package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Works on one import after the other, also on those that another node has left. */
@ApplicationScoped
class ImportWorker {
  private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());
  private static final long EVERY_MILLISECONDS = 500;

  private final UUID holder = UUID.randomUUID();

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private JobRecord record;
  @Inject private ImportRun run;

  private @Nullable Future<?> ticks;
  private volatile boolean stopping;

  // Only the ticks touch this, and never two ticks at once.
  private boolean failing;

  void start(@Observes Startup event) {
    ticks =
        timer.scheduleWithFixedDelay(
            this::tick, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (ticks != null) {
      ticks.cancel(false);
    }
  }

  private void tick() {
    try {
      Optional<UUID> next = record.claim(holder);
      while (next.isPresent() && !stopping) {
        work(next.get());
        next = record.claim(holder);
      }
      failing = false;
    } catch (RuntimeException failure) {
      // A tick that throws would be the last. The job goes on when its lease has run out.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "imports cannot go on now", failure);
      }
      failing = true;
    }
  }

  private void work(UUID id) {
    try {
      run.run(id, holder, () -> stopping);
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.RECORD_UNAVAILABLE) {
        throw refusal;
      }
      record.end(id, ImportJob.State.FAILED, refusal.field() + " " + refusal.rule());
    } finally {
      if (stopping) {
        record.release(holder);
      }
    }
  }
}
