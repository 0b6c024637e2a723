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
import org.jspecify.annotations.Nullable;

/**
 * Which authorities have changed, for who looks for the texts that name them. Its methods take part
 * in the caller's transaction.
 *
 * <p>Each node knows the names as they were some time ago, and not all do at the same instant. So
 * up to which change names are looked for is announced, and committed, before it is begun. Whoever
 * has indexed a text asks afterwards what is announced: if it is more than the node knew, the text
 * may not be among those that are found and not say either whom it names. If it is not, the text is
 * there before anybody looks.
 */
@ApplicationScoped
public class ChangedAuthorities {
  @PersistenceContext private EntityManager database;
  @Inject private KnownNames names;

  /**
   * Claims the work until the transaction ends.
   *
   * @return how far it is done; nothing while another node is at it, or when this node does not
   *     know all names yet that are looked for
   */
  public Optional<Reached> claim() {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select position, announced, taken, cast(asked as text) from authority_followed
                for update skip locked""")
            .getResultList();
    return rows.stream()
        .map(row -> reached((Object[]) row))
        .filter(reached -> reached.announced() <= known())
        .findFirst();
  }

  private static Reached reached(Object[] row) {
    Number taken = (Number) row[2];
    String asked = (String) row[3];
    return new Reached(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        taken == null ? null : taken.longValue(),
        asked == null ? null : Identity.of(asked));
  }

  /** Up to which change this node knows the names. */
  public long known() {
    return names.position();
  }

  /** Up to which change names are looked for: who indexes has to know them. */
  public long announced() {
    return ((Number)
            database
                .createNativeQuery("select announced from authority_followed")
                .getSingleResult())
        .longValue();
  }

  /**
   * Announces that all names are looked for that this node knows.
   *
   * @return whether these are more than before
   */
  public boolean announce() {
    long known = known();
    return database
            .createNativeQuery("update authority_followed set announced = ? where announced < ?")
            .setParameter(1, known)
            .setParameter(2, known)
            .executeUpdate()
        > 0;
  }

  /** Those that are to be looked for next, by their last change. */
  public List<Changed> next(Reached reached, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                "select cast(id as text), position from authority where position > ?"
                    + " and position <= ? order by position limit "
                    + limit)
            .setParameter(1, reached.position())
            .setParameter(2, reached.until())
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

  /** Notes that all is done up to a change. */
  public void advance(long position) {
    database
        .createNativeQuery("update authority_followed set position = ?, taken = null, asked = null")
        .setParameter(1, position)
        .executeUpdate();
  }

  /**
   * Notes up to which briefing those are asked for that name somebody of a lot.
   *
   * @param taken the last change of the lot
   */
  public void advance(long taken, UUID asked) {
    database
        .createNativeQuery("update authority_followed set taken = ?, asked = cast(? as uuid)")
        .setParameter(1, taken)
        .setParameter(2, asked.toString())
        .executeUpdate();
  }

  /** An authority, and the position of its last change. */
  public record Changed(UUID id, long position) {}

  /**
   * How far the work is done.
   *
   * @param position up to which change all is done
   * @param announced up to which names are looked for
   * @param taken the last change of the lot that is begun; absent when none is
   * @param asked up to which briefing it is done; absent when it is not begun
   */
  public record Reached(long position, long announced, @Nullable Long taken, @Nullable UUID asked) {
    /** Whether all is done that was announced. */
    public boolean isDone() {
      return position >= announced;
    }

    /** Up to which change authorities may be taken: those of a lot that is begun, or all. */
    public long until() {
      return taken == null ? announced : taken;
    }
  }
}
