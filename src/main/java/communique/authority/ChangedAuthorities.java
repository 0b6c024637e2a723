package communique.authority;

import communique.briefing.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which authorities have changed and are known so on all nodes, for who follows them. Its methods
 * take part in the caller's transaction.
 */
@ApplicationScoped
public class ChangedAuthorities {
  /** Within which every node knows a change: it looks for them each second. */
  private static final int SECONDS = 5;

  @PersistenceContext private EntityManager database;
  @Inject private KnownNames names;

  /**
   * Claims the work until the transaction ends.
   *
   * @return up to which position it is done; nothing while another node is at it
   */
  public Optional<Long> claim() {
    List<?> rows =
        database
            .createNativeQuery("select position from authority_followed for update skip locked")
            .getResultList();
    return rows.stream().map(row -> ((Number) row).longValue()).findFirst();
  }

  /** Those that have changed after a position, by their last change. */
  public List<Changed> after(long position, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                "select cast(id as text), position from authority where position > ?"
                    + " and position <= ? and changed_at < statement_timestamp() - interval '"
                    + SECONDS
                    + " seconds' order by position limit "
                    + limit)
            .setParameter(1, position)
            .setParameter(2, names.position())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Changed(Identity.of((String) row[0]), ((Number) row[1]).longValue()))
        .toList();
  }

  /** How long the first of those has been waiting that are not done; nothing when all are. */
  public Duration lag() {
    Number seconds =
        (Number)
            database
                .createNativeQuery(
                    """
                    select coalesce(extract(epoch from clock_timestamp() - min(changed_at)), 0)
                    from authority where position > (select position from authority_followed)""")
                .getSingleResult();
    return Duration.ofMillis((long) (seconds.doubleValue() * 1000));
  }

  /** Notes how far it is done. */
  public void advance(long position) {
    database
        .createNativeQuery("update authority_followed set position = ?")
        .setParameter(1, position)
        .executeUpdate();
  }

  /** An authority, and the position of its last change. */
  public record Changed(UUID id, long position) {}
}
