package communique.journal;

import communique.briefing.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reads of what everybody may know of the journal. Public positions are given under one lock that
 * is held until commit: whoever has read up to one has missed nothing before it, on every node.
 */
@ApplicationScoped
public class PublicChanges {
  @PersistenceContext private EntityManager database;

  /** The changes after a position, the oldest first, at most {@code limit}. */
  public List<Change> after(long position, int limit) {
    // As a number, or each would be planned anew.
    return ChangeRows.of(
        database,
        "select "
            + ChangeRows.COLUMNS
            + " from journal j where j.public_position > ? order by j.public_position limit "
            + limit,
        List.of(position));
  }

  /** The position of the last change; 0 when there is none. */
  public long newest() {
    return ((Number)
            database
                .createNativeQuery("select coalesce(max(public_position), 0) from journal")
                .getSingleResult())
        .longValue();
  }

  /**
   * When the last change was in each range of so many positions, the first range first; none when
   * there is no change.
   */
  public List<Instant> ends(long range) {
    return ChangeRows.rows(
            database,
            """
            select (
              select j.at from journal j where j.public_position <= r.last
              order by j.public_position desc limit 1)
            from journal_head h,
              generate_series(cast(? as bigint), h.public_position + ? - 1, ?) as r(last)
            order by r.last""",
            List.of(range, range, range))
        .stream()
        .map(at -> ((Timestamp) at).toInstant())
        .toList();
  }

  /**
   * Of each edition the last change of any sort, as far as it lies in a range; the oldest first.
   *
   * @param after where the range begins, itself not in it
   * @param last where it ends, itself in it
   */
  public List<Change> lastOfEditions(long after, long last, int limit) {
    return ChangeRows.of(
        database,
        "select "
            + ChangeRows.COLUMNS
            + " from journal j where j.public_position > ? and j.public_position <= ?"
            + ChangeRows.NOT_OVERTAKEN
            + ") order by j.public_position limit ?",
        List.of(after, last, (Object) limit));
  }

  /** What this archive is known by, for ever and under whatever name it is asked. */
  public UUID archive() {
    return UUID.fromString(
        (String)
            database
                .createNativeQuery("select cast(archive as text) from journal_head")
                .getSingleResult());
  }
}
