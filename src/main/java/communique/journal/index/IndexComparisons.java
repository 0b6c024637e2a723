package communique.journal.index;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.briefing.Coded;
import communique.briefing.index.IndexComparison;
import communique.briefing.index.IndexComparison.Difference;
import communique.briefing.index.IndexComparison.Sort;
import communique.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of the serving indices with the record; of all there were the last is kept. Its
 * methods take part in the caller's transaction.
 */
@ApplicationScoped
public class IndexComparisons {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  /** How many differences are kept as examples. */
  private static final int MOST = 100;

  @PersistenceContext private EntityManager database;

  /**
   * Begins one with the indices that serve, unless one is running or none serve.
   *
   * @param mending whether what differs is to be indexed again
   */
  public void begin(int schema, boolean mending, String askedBy) {
    database
        .createNativeQuery("delete from index_comparison where finished_at is not null")
        .executeUpdate();
    database
        .createNativeQuery(
            """
            insert into index_comparison (id, generation, mending, asked_by, briefings)
            select cast(? as uuid), g.id, ?, ?, (select count(*) from briefing)
            from index_generation g where g.schema = ? and g.state = 'serving'
            on conflict do nothing""")
        .setParameter(1, IDENTITIES.generate().toString())
        .setParameter(2, mending)
        .setParameter(3, askedBy)
        .setParameter(4, schema)
        .executeUpdate();
  }

  /** The one that runs with these indices. */
  public Optional<Running> running(UUID generation) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text), mending, cast(compared_to as text) from index_comparison
                where generation = cast(? as uuid) and finished_at is null""")
            .setParameter(1, generation.toString())
            .getResultList();
    return rows.stream().map(row -> running((Object[]) row)).findAny();
  }

  private static Running running(Object[] row) {
    String to = (String) row[2];
    return new Running(
        UUID.fromString((String) row[0]),
        (Boolean) row[1],
        to == null ? new UUID(0, 0) : UUID.fromString(to));
  }

  /**
   * What the journal demands of the next briefings, by identity.
   *
   * @param reached how far the indices follow the journal
   */
  public List<Demand> next(UUID after, int limit, Journal.Reached reached) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(b.id as text), j.last, j.open, j.waiting or exists (
                  select from index_request r where r.briefing = b.id and r.position > ?)
                from (select id from briefing where id > cast(? as uuid) order by id limit ?) as b
                cross join lateral (
                  select coalesce(max(position), 0) as last,
                    max(position) filter (where public_position is not null) as open,
                    coalesce(bool_or(
                      position > case lane when 'single' then ? else ? end), false) as waiting
                  from journal where briefing = b.id) as j
                order by b.id""")
            .setParameter(1, reached.requested())
            .setParameter(2, after.toString())
            .setParameter(3, limit)
            .setParameter(4, reached.single())
            .setParameter(5, reached.imported())
            .getResultList();
    return rows.stream().map(row -> demand((Object[]) row)).toList();
  }

  private static Demand demand(Object[] row) {
    Number open = (Number) row[2];
    return new Demand(
        UUID.fromString((String) row[0]),
        ((Number) row[1]).longValue(),
        open == null ? 0 : open.longValue(),
        (Boolean) row[3]);
  }

  /** The last position that was given to an entry or a request. */
  public long lastPosition() {
    return ((Number)
            database
                .createNativeQuery(
                    """
                    select greatest((select max(position) from journal),
                      (select max(position) from index_request), 0)""")
                .getSingleResult())
        .longValue();
  }

  /**
   * Notes what a step has found.
   *
   * @param to up to which briefing it went; absent when it went to the end
   * @param compared how many briefings of the record
   */
  public void add(UUID comparison, @Nullable UUID to, int compared, List<Difference> found) {
    database
        .createNativeQuery(
            """
            update index_comparison set compared = compared + ?,
              compared_to = coalesce(cast(? as uuid), compared_to),
              finished_at = case when cast(? as uuid) is null then clock_timestamp() end,
              missing = missing + ?, surplus = surplus + ?, outdated = outdated + ?, ahead = ahead + ?
            where id = cast(? as uuid) and finished_at is null""")
        .setParameter(1, compared)
        .setParameter(2, to == null ? null : to.toString())
        .setParameter(3, to == null ? null : to.toString())
        .setParameter(4, count(found, Sort.MISSING))
        .setParameter(5, count(found, Sort.SURPLUS))
        .setParameter(6, count(found, Sort.OUTDATED))
        .setParameter(7, count(found, Sort.AHEAD))
        .setParameter(8, comparison.toString())
        .executeUpdate();
    found.stream().limit(MOST).forEach(difference -> add(comparison, difference));
  }

  private static long count(List<Difference> found, Sort sort) {
    return found.stream().filter(difference -> difference.sort() == sort).count();
  }

  private void add(UUID comparison, Difference difference) {
    database
        .createNativeQuery(
            """
            insert into index_difference (comparison, briefing, open, sort, expected, found)
            select cast(? as uuid), cast(? as uuid), ?, ?, cast(? as bigint), cast(? as bigint)
            where (select count(*) from index_difference where comparison = cast(? as uuid)) < ?""")
        .setParameter(1, comparison.toString())
        .setParameter(2, difference.briefing().toString())
        .setParameter(3, difference.open())
        .setParameter(4, difference.sort().code())
        .setParameter(5, difference.expected())
        .setParameter(6, difference.found())
        .setParameter(7, comparison.toString())
        .setParameter(8, MOST)
        .executeUpdate();
  }

  /** Breaks one off. */
  public void fail(UUID comparison, String failure) {
    database
        .createNativeQuery(
            """
            update index_comparison set finished_at = clock_timestamp(), failure = ?
            where id = cast(? as uuid) and finished_at is null""")
        .setParameter(1, failure)
        .setParameter(2, comparison.toString())
        .executeUpdate();
  }

  /** The last one, whether it is over or not. */
  public Optional<IndexComparison> last() {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text), mending, asked_by, started_at, finished_at, briefings,
                  compared, missing, surplus, outdated, ahead, failure
                from index_comparison order by id desc limit 1""")
            .getResultList();
    return rows.stream().map(row -> comparison((Object[]) row)).findAny();
  }

  private IndexComparison comparison(Object[] row) {
    UUID id = UUID.fromString((String) row[0]);
    Timestamp finished = (Timestamp) row[4];
    return new IndexComparison(
        id,
        (Boolean) row[1],
        (String) row[2],
        ((Timestamp) row[3]).toInstant(),
        finished == null ? null : finished.toInstant(),
        ((Number) row[5]).longValue(),
        ((Number) row[6]).longValue(),
        ((Number) row[7]).longValue(),
        ((Number) row[8]).longValue(),
        ((Number) row[9]).longValue(),
        ((Number) row[10]).longValue(),
        examples(id),
        (String) row[11]);
  }

  private List<Difference> examples(UUID comparison) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(briefing as text), open, sort, expected, found from index_difference
                where comparison = cast(? as uuid) order by briefing, open""")
            .setParameter(1, comparison.toString())
            .getResultList();
    return rows.stream().map(row -> difference((Object[]) row)).toList();
  }

  private static Difference difference(Object[] row) {
    return new Difference(
        UUID.fromString((String) row[0]),
        (Boolean) row[1],
        Coded.of(Sort.class, "sort", (String) row[2]),
        number(row[3]),
        number(row[4]));
  }

  private static @Nullable Long number(@Nullable Object value) {
    return value == null ? null : ((Number) value).longValue();
  }

  /**
   * A comparison that is not over.
   *
   * @param to up to which briefing it has come
   */
  public record Running(UUID id, boolean mending, UUID to) {}

  /**
   * How new the documents of a briefing have to be.
   *
   * @param last the position of its last entry in the journal
   * @param open of the last that everybody may know of; 0 when there is none
   * @param waiting whether the indices do not follow the last entry or request yet
   */
  public record Demand(UUID briefing, long last, long open, boolean waiting) {}
}
