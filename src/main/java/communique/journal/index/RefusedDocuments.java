package communique.journal.index;

import communique.briefing.index.RefusedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents that Elasticsearch refused: tried again after pauses, and parked after some tries. Its
 * methods take part in the caller's transaction.
 */
@ApplicationScoped
public class RefusedDocuments {
  private static final int LONGEST_ERROR = 1_000;

  @PersistenceContext private EntityManager database;

  /**
   * Notes that a document was refused. It is tried again after a second, and then after pauses each
   * four times as long.
   *
   * @param most after how many tries it is parked
   */
  public void add(UUID generation, Key key, long position, String error, int most) {
    database
        .createNativeQuery(
            """
            insert into index_refused as r (generation, briefing, open, position, tries, error, try_at)
            values (cast(? as uuid), cast(? as uuid), ?, ?, 1, ?,
              case when ? > 1 then clock_timestamp() + interval '1 second' end)
            on conflict (generation, briefing, open) do update set
              position = excluded.position, error = excluded.error, last_at = clock_timestamp(),
              tries = case when r.position = excluded.position then r.tries + 1 else 1 end,
              try_at = case
                when r.position <> excluded.position then excluded.try_at
                when r.tries + 1 < ? then clock_timestamp() + interval '1 second' * power(4, r.tries)
              end""")
        .setParameter(1, generation.toString())
        .setParameter(2, key.briefing().toString())
        .setParameter(3, key.open())
        .setParameter(4, position)
        .setParameter(5, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
        .setParameter(6, most)
        .setParameter(7, most)
        .executeUpdate();
  }

  /** Forgets those that have been taken in since. */
  public void taken(UUID generation, Collection<Key> written) {
    for (boolean open : new boolean[] {true, false}) {
      String briefings =
          written.stream()
              .filter(key -> key.open() == open)
              .map(key -> key.briefing().toString())
              .collect(Collectors.joining(","));
      if (!briefings.isEmpty()) {
        database
            .createNativeQuery(
                """
                delete from index_refused where generation = cast(? as uuid) and open = ?
                  and briefing = any (cast(string_to_array(?, ',') as uuid[]))""")
            .setParameter(1, generation.toString())
            .setParameter(2, open)
            .setParameter(3, briefings)
            .executeUpdate();
      }
    }
  }

  /** Those that are to be tried again now; at most {@code limit}. */
  public List<Due> due(UUID generation, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text), open, position from index_refused
                where generation = cast(? as uuid) and try_at <= clock_timestamp()
                order by try_at limit ?""")
            .setParameter(1, generation.toString())
            .setParameter(2, limit)
            .getResultList();
    return rows.stream().map(row -> due((Object[]) row)).toList();
  }

  private static Due due(Object[] row) {
    return new Due(
        new Key(UUID.fromString((String) row[0]), (Boolean) row[1]), ((Number) row[2]).longValue());
  }

  /** Those that are parked, by briefing; at most {@code limit}. */
  public List<RefusedDocument> parked(int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(r.briefing as text), g.number, r.open, r.position, r.tries, r.error,
                  r.first_at, r.last_at
                from index_refused r join index_generation g on g.id = r.generation
                where r.try_at is null and g.state in ('filling', 'serving')
                order by r.briefing, g.number, r.open limit ?""")
            .setParameter(1, limit)
            .getResultList();
    return rows.stream().map(row -> refused((Object[]) row)).toList();
  }

  private static RefusedDocument refused(Object[] row) {
    return new RefusedDocument(
        UUID.fromString((String) row[0]),
        ((Number) row[1]).intValue(),
        (Boolean) row[2],
        ((Number) row[3]).longValue(),
        ((Number) row[4]).intValue(),
        (String) row[5],
        ((Timestamp) row[6]).toInstant(),
        ((Timestamp) row[7]).toInstant());
  }

  /** How many are parked. */
  public long countParked() {
    return ((Number)
            database
                .createNativeQuery(
                    """
                    select count(*) from index_refused r
                      join index_generation g on g.id = r.generation
                    where r.try_at is null and g.state in ('filling', 'serving')""")
                .getSingleResult())
        .longValue();
  }

  /**
   * Has parked ones tried again at once, as often as a new one.
   *
   * @param briefing only those of this one; absent for all
   */
  public void retry(@Nullable UUID briefing) {
    database
        .createNativeQuery(
            """
            update index_refused set tries = 1, try_at = clock_timestamp()
            where try_at is null and briefing = coalesce(cast(? as uuid), briefing)""")
        .setParameter(1, briefing == null ? null : briefing.toString())
        .executeUpdate();
  }

  /**
   * Which document.
   *
   * @param open whether of the index of what everybody sees, or of the restricted one
   */
  public record Key(UUID briefing, boolean open) {}

  /**
   * One that is to be tried again.
   *
   * @param position of the journal, under which it is to be written
   */
  public record Due(Key key, long position) {}
}
