package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Works on one import after the other, also on those that another node has left. */
@ApplicationScoped
public class WorkOnImports {
  private final UUID holder = UUID.randomUUID();

  @Inject private JobRecord record;
  @Inject private ImportRun run;

  /**
   * Works on the next import until it is done or the node stops. Safe to run on several nodes at
   * once.
   *
   * @param stopping whether the node stops; asked between batches
   * @return whether there was one
   * @throws Refusal RECORD_UNAVAILABLE when the database is away; the import goes on when its lease
   *     has run out
   */
  public boolean next(BooleanSupplier stopping) {
    if (stopping.getAsBoolean()) {
      return false;
    }
    Optional<UUID> next = record.claim(holder);
    next.ifPresent(id -> work(id, stopping));
    return next.isPresent();
  }

  private void work(UUID id, BooleanSupplier stopping) {
    try {
      run.run(id, holder, stopping);
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.RECORD_UNAVAILABLE) {
        throw refusal;
      }
      record.end(id, ImportJob.State.FAILED, refusal.field() + " " + refusal.rule());
    } finally {
      if (stopping.getAsBoolean()) {
        record.release(holder);
      }
    }
  }
}
