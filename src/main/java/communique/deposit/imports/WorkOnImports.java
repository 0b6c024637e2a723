package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Works on one import after the other, also on those that another node has left. */
@ApplicationScoped
public class WorkOnImports {
  private static final System.Logger LOG = System.getLogger(WorkOnImports.class.getName());

  /** How often in a row an import may fail, for whatever reason, before it is given up. */
  private static final int TRIES = 3;

  private final UUID holder = UUID.randomUUID();
  private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();

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
   * @throws RuntimeException or an Error when it fails unexpectedly; it is tried again when its
   *     lease has run out, and ends as failed when this node has tried it three times
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
      failures.remove(id);
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.RECORD_UNAVAILABLE) {
        throw refusal;
      }
      failures.remove(id);
      record.end(id, ImportJob.State.FAILED, refusal.field() + " " + refusal.rule());
    } catch (Throwable failure) {
      if (stopping.getAsBoolean() || failures.merge(id, 1, Integer::sum) < TRIES) {
        throw failure;
      }
      failures.remove(id);
      LOG.log(System.Logger.Level.ERROR, "import " + id + " is given up", failure);
      run.giveUp(id, "it failed unexpectedly " + TRIES + " times; the archive's log tells more");
    } finally {
      if (stopping.getAsBoolean()) {
        record.release(holder);
      }
    }
  }
}
