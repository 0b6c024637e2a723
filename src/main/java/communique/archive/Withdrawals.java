package communique.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Takes briefings out of sight and brings them back; the caller's transaction decides. */
@ApplicationScoped
public class Withdrawals {
  @PersistenceContext private EntityManager database;

  /** Marks all versions of a briefing as withdrawn. */
  public void withdraw(UUID briefing, Instant at) {
    database
        .createNativeQuery(
            """
            update version set withdrawn_at = cast(? as timestamptz)
            where briefing = cast(? as uuid) and withdrawn_at is null""")
        .setParameter(1, at.toString())
        .setParameter(2, briefing.toString())
        .executeUpdate();
  }

  /**
   * Shows all versions of a briefing again. Those whose embargo ended meanwhile count as released:
   * the entry of the reinstatement tells of them.
   */
  public void reinstate(UUID briefing) {
    database
        .createNativeQuery(
            """
            update version set withdrawn_at = null,
              released_at = case when embargo <= clock_timestamp()
                then coalesce(released_at, clock_timestamp()) else released_at end
            where briefing = cast(? as uuid)""")
        .setParameter(1, briefing.toString())
        .executeUpdate();
  }
}
