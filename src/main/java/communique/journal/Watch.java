package communique.journal;

import communique.access.Lease;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Looks for what has changed, for those who remember what they read. What they read may be told
 * again as long as it is not named by a look, and the last look began less than {@link #HOLDS} ago.
 * Who changes what is shown waits for longer than that after the commit ({@link Settled}), so that
 * once a change is acknowledged no node tells what was before.
 */
@ApplicationScoped
public class Watch {
  /** For how long after its beginning a look is relied on. */
  public static final Duration HOLDS = Lease.HOLDS;

  /** How many changes a look names at most. */
  public static final int MOST = 1_000;

  @PersistenceContext private EntityManager database;

  /** The position of the last entry, of any sort; 0 when there is none. */
  public long last() {
    return ((Number)
            database
                .createNativeQuery("select coalesce(max(position), 0) from journal")
                .getSingleResult())
        .longValue();
  }

  /** The changes after a position, the oldest first, {@link #MOST} at most. */
  public List<Changed> after(long position) {
    List<?> rows =
        database
            .createNativeQuery(
                "select position, cast(briefing as text), language from journal"
                    + " where position > ? order by position limit "
                    + MOST)
            .setParameter(1, position)
            .getResultList();
    return rows.stream().map(row -> changed((Object[]) row)).toList();
  }

  private static Changed changed(Object[] row) {
    return new Changed(
        ((Number) row[0]).longValue(),
        new EditionId(UUID.fromString((String) row[1]), new LanguageTag((String) row[2])));
  }

  /** An edition that changed, and where the journal says so. */
  public record Changed(long position, EditionId edition) {}
}
