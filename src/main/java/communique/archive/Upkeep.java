package communique.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.UUID;

/**
 * Work that comes again and again and that one node does at a time. The right to do it is a lease
 * of five minutes, which the worker renews: no transaction stays open for hours, and when a node
 * goes down another one takes over. Its methods take part in the caller's transaction.
 */
@ApplicationScoped
public class Upkeep {
  @PersistenceContext private EntityManager database;

  /** Asks for a run as soon as can be. */
  public void ask(String work) {
    database
        .createNativeQuery("update upkeep set asked_at = clock_timestamp() where name = ?")
        .setParameter(1, work)
        .executeUpdate();
  }

  /**
   * Takes the lease, when the work is asked for or due and nobody else has it.
   *
   * @param holder the node
   * @param every the time from the end of one run to the start of the next
   */
  public boolean begin(String work, UUID holder, Duration every) {
    return database
            .createNativeQuery(
                """
                update upkeep set started_at = clock_timestamp(), holder = cast(? as uuid),
                  leased_until = clock_timestamp() + interval '5 minutes'
                where name = ?
                  and (leased_until is null or leased_until < clock_timestamp())
                  and (asked_at is not null or finished_at is null
                    or finished_at < clock_timestamp() - ? * interval '1 second')""")
            .setParameter(1, holder.toString())
            .setParameter(2, work)
            .setParameter(3, every.toSeconds())
            .executeUpdate()
        == 1;
  }

  /**
   * Renews the lease.
   *
   * @throws LostLease when another node has it; the caller must roll back and stop
   */
  public void goOn(String work, UUID holder) {
    mustBeHeld(
        database
            .createNativeQuery(
                """
                update upkeep set leased_until = clock_timestamp() + interval '5 minutes'
                where name = ? and holder = cast(? as uuid)""")
            .setParameter(1, work)
            .setParameter(2, holder.toString())
            .executeUpdate());
  }

  /**
   * Gives the lease back and writes down what was done. What was asked for meanwhile is due.
   *
   * @throws LostLease when another node has it; the caller must roll back
   */
  public void end(String work, UUID holder, long files, long bytes) {
    mustBeHeld(
        database
            .createNativeQuery(
                """
                update upkeep set leased_until = null, holder = null,
                  finished_at = clock_timestamp(), files = ?, bytes = ?,
                  asked_at = case when asked_at > started_at then asked_at end
                where name = ? and holder = cast(? as uuid)""")
            .setParameter(1, files)
            .setParameter(2, bytes)
            .setParameter(3, work)
            .setParameter(4, holder.toString())
            .executeUpdate());
  }

  private static void mustBeHeld(int held) {
    if (held == 0) {
      throw new LostLease();
    }
  }

  /** Another node has taken the work over, because this one was silent for too long. */
  public static final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLease() {
      super("another node has taken it over");
    }
  }
}
