package communique.journal.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Briefings that are to be indexed again because something changed of which the journal does not
 * tell, such as a decision about names, or because the index was found to differ from the record.
 *
 * <p>A request has a position in the order of the journal, given under the journal's lock. What is
 * written for it has this position for its version: it is never confused with what was read
 * earlier, and never hides what changes later.
 */
@ApplicationScoped
public class IndexRequests {
  @PersistenceContext private EntityManager database;

  /**
   * Asks that the documents of briefings be written again, as they are after the caller's
   * transaction. Asking again for the same briefing replaces the earlier request. From here to the
   * end of the transaction nobody else adds to the journal, so this comes as late in it as can be,
   * with some hundreds at a time.
   *
   * @param briefings those that the record does not have lose their documents
   * @param open whether it concerns what everybody sees. When it does not, the public document is
   *     left as it is: even the same text written again would change how often its words are
   *     counted, and so tell of what is hidden
   */
  public void ask(Collection<UUID> briefings, boolean open) {
    if (briefings.isEmpty()) {
      return;
    }
    database
        // The second of two positions: a document that somebody took out of the index by hand has
        // left a version behind it that is one above its own.
        .createNativeQuery(
            """
            with head as (
              update journal_head set public_position = public_position returning public_position),
            asked as (
              select b.briefing, greatest(
                nextval(pg_get_serial_sequence('journal', 'position')),
                nextval(pg_get_serial_sequence('journal', 'position'))) as position
              from head, (
                select distinct unnest(cast(string_to_array(?, ',') as uuid[])) as briefing) as b)
            insert into index_request (briefing, position, open_position)
            select briefing, position, case when ? then position end from asked
            on conflict (briefing) do update set position = excluded.position,
              open_position = coalesce(excluded.open_position, index_request.open_position)""")
        .setParameter(1, briefings.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .setParameter(2, open)
        .executeUpdate();
  }

  /** The requests after a position, the oldest first, at most {@code limit}. */
  public List<Request> after(long position, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text), position, open_position from index_request
                where position > ? order by position limit ?""")
            .setParameter(1, position)
            .setParameter(2, limit)
            .getResultList();
    return rows.stream().map(row -> request((Object[]) row)).toList();
  }

  /** The positions of the requests that a follower has not done. */
  public Optional<Open> open(String follower) {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(
                    """
                    select min(position), max(position) from index_request
                    where position > (select requested_position from follower where name = ?)""")
                .setParameter(1, follower)
                .getSingleResult();
    return Optional.ofNullable((@Nullable Number) row[0])
        .map(first -> new Open(first.longValue(), ((Number) row[1]).longValue()));
  }

  private static Request request(Object[] row) {
    return new Request(
        UUID.fromString((String) row[0]),
        ((Number) row[1]).longValue(),
        Optional.ofNullable((@Nullable Number) row[2]).map(Number::longValue));
  }

  /**
   * Requests that wait.
   *
   * @param first the position of the oldest
   * @param last that of the newest
   */
  public record Open(long first, long last) {}

  /**
   * That a briefing be indexed again.
   *
   * @param position in the order of the journal
   * @param openPosition of the last request for it that concerned what everybody sees; it may have
   *     been done long ago
   */
  public record Request(UUID briefing, long position, Optional<Long> openPosition) {}
}
