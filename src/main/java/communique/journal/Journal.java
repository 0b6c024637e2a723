package communique.journal;

import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The append-only log of changes. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Journal {
  /** Names the lock under which positions are given; any number that nothing else locks. */
  private static final long TAIL = 0x4a4f55524e414cL;

  @PersistenceContext private EntityManager database;

  /**
   * Adds an entry. From here to the end of the transaction no other transaction adds one, so this
   * comes as late in it as can be.
   *
   * @return the entry's position
   */
  public long append(Entry entry) {
    Object position =
        database
            .createNativeQuery(
                """
                insert into journal (at, verb, briefing, language, version, actor)
                select clock_timestamp(), ?, cast(? as uuid), ?, ?, ?
                from (select pg_advisory_xact_lock(?)) as tail returning position""")
            .setParameter(1, entry.verb())
            .setParameter(2, entry.briefing().toString())
            .setParameter(3, entry.language().tag())
            .setParameter(4, entry.version())
            .setParameter(5, entry.actor())
            .setParameter(6, TAIL)
            .getSingleResult();
    return ((Number) position).longValue();
  }

  /** The entries after a position, the oldest first, at most {@code limit}. */
  public List<Numbered> after(long position, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select position, verb, cast(briefing as text), language, version, actor
                from journal where position > ? order by position limit ?""")
            .setParameter(1, position)
            .setParameter(2, limit)
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  /**
   * The position a follower has reached, locked for it until the end of the transaction.
   *
   * @return -1 when another node holds it
   */
  public long claim(String follower) {
    database
        .createNativeQuery("insert into follower values (?, 0) on conflict do nothing")
        .setParameter(1, follower)
        .executeUpdate();
    List<?> rows =
        database
            .createNativeQuery(
                "select position from follower where name = ? for update skip locked")
            .setParameter(1, follower)
            .getResultList();
    return rows.isEmpty() ? -1 : ((Number) rows.get(0)).longValue();
  }

  /** Notes that a follower has done all up to a position. */
  public void advance(String follower, long position) {
    database
        .createNativeQuery("update follower set position = ? where name = ?")
        .setParameter(1, position)
        .setParameter(2, follower)
        .executeUpdate();
  }

  private static Numbered entry(Object[] row) {
    Entry entry =
        new Entry(
            (String) row[1],
            UUID.fromString((String) row[2]),
            new LanguageTag((String) row[3]),
            ((Number) row[4]).intValue(),
            (String) row[5]);
    return new Numbered(((Number) row[0]).longValue(), entry);
  }

  /**
   * An entry in its place.
   *
   * @param position rises with each entry, with gaps
   */
  public record Numbered(long position, Entry entry) {}
}
