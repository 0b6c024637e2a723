package communique.journal.index;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.briefing.Coded;
import communique.briefing.index.IndexGeneration;
import communique.briefing.index.IndexGeneration.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which indices there are and how far they are filled. What stands here decides: indices that it
 * does not know are nobody's. Its methods take part in the caller's transaction.
 */
@ApplicationScoped
public class IndexGenerations {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();
  private static final String SELECT =
      """
      select cast(id as text), schema, number, identity, state, asked_by, started_at, finished_at,
        briefings, filled, cast(filled_to as text), cast(fill_until as text), failure
      from index_generation where\s""";

  @PersistenceContext private EntityManager database;

  /**
   * Begins new indices, beside those that serve, unless some are being filled already. They follow
   * the journal from here on; what the record has now is to be filled in.
   *
   * @param askedBy the account; absent when the archive itself finds it necessary
   */
  public void begin(int schema, @Nullable String askedBy) {
    // What is in the record and where the journal ends is told by one look.
    database
        .createNativeQuery(
            """
            with made as (
              insert into index_generation (id, schema, number, state, asked_by, briefings, fill_until)
              select cast(? as uuid), ?, 1 + coalesce(
                  (select max(number) from index_generation where schema = ?), 0),
                'filling', ?, (select count(*) from briefing),
                (select id from briefing order by id desc limit 1)
              on conflict do nothing
              returning id),
            reached as (
              select greatest((select max(position) from journal),
                (select max(position) from index_request), 0) as position)
            insert into follower (name, position, imported_position, requested_position)
            select 'search-index-' || made.id, position, position, position from made, reached""")
        .setParameter(1, IDENTITIES.generate().toString())
        .setParameter(2, schema)
        .setParameter(3, schema)
        .setParameter(4, askedBy)
        .executeUpdate();
  }

  /** Those of a schema that serve or are being filled, as they are at one instant: two at most. */
  public List<IndexGeneration> followed(int schema) {
    return rows(
        database
            .createNativeQuery(SELECT + "schema = ? and state in ('filling', 'serving')")
            .setParameter(1, schema)
            .getResultList());
  }

  /** One of them. */
  public Optional<IndexGeneration> find(UUID id) {
    return rows(
            database
                .createNativeQuery(SELECT + "id = cast(? as uuid)")
                .setParameter(1, id.toString())
                .getResultList())
        .stream()
        .findAny();
  }

  /**
   * Keeps everybody else from beginning, changing or giving up any until the end of the
   * transaction.
   */
  public void lock() {
    database
        .createNativeQuery("lock table index_generation in share row exclusive mode")
        .executeUpdate();
  }

  /** Notes by what Elasticsearch knows the indices that were made. */
  public void made(UUID id, String identity) {
    database
        .createNativeQuery("update index_generation set identity = ? where id = cast(? as uuid)")
        .setParameter(1, identity)
        .setParameter(2, id.toString())
        .executeUpdate();
  }

  /** The next briefings to be filled in, by identity. */
  public List<UUID> toFill(IndexGeneration.Fill fill, int limit) {
    if (fill.isComplete()) {
      return List.of();
    }
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text) from briefing
                where id > cast(? as uuid) and id <= cast(? as uuid) order by id limit ?""")
            .setParameter(1, fill.to() == null ? new UUID(0, 0).toString() : fill.to().toString())
            .setParameter(2, String.valueOf(fill.until()))
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(row -> UUID.fromString((String) row)).toList();
  }

  /**
   * Notes that briefings were filled in, by identity.
   *
   * @param last whether there are none after them
   */
  public void filled(IndexGeneration generation, List<UUID> briefings, boolean last) {
    UUID to = last ? generation.fill().until() : briefings.get(briefings.size() - 1);
    database
        .createNativeQuery(
            """
            update index_generation set filled = filled + ?, filled_to = cast(? as uuid)
            where id = cast(? as uuid)""")
        .setParameter(1, briefings.size())
        .setParameter(2, String.valueOf(to))
        .setParameter(3, generation.id().toString())
        .executeUpdate();
  }

  /** Lets indices serve that were being filled, in the place of those that did. */
  public void serve(IndexGeneration generation) {
    database
        .createNativeQuery(
            """
            update index_generation set state = 'replaced'
            where schema = ? and state = 'serving'""")
        .setParameter(1, generation.schema())
        .executeUpdate();
    end(generation.id(), State.SERVING, null);
  }

  /** Gives up indices that are being filled, if they still are. */
  public void cancel(UUID id) {
    // So that they do not begin to serve meanwhile.
    lock();
    if (find(id).filter(each -> each.state() == State.FILLING).isPresent()) {
      end(id, State.CANCELLED, null);
    }
  }

  /** Gives up indices that were lost, whether they served or were being filled. */
  public void fail(UUID id, String failure) {
    end(id, State.FAILED, failure);
  }

  private void end(UUID id, State state, @Nullable String failure) {
    database
        .createNativeQuery(
            """
            update index_generation set state = ?, failure = ?, finished_at = clock_timestamp()
            where id = cast(? as uuid) and state in ('filling', 'serving')""")
        .setParameter(1, state.code())
        .setParameter(2, failure)
        .setParameter(3, id.toString())
        .executeUpdate();
  }

  /** Forgets what belongs to those that are no longer followed, and ends their comparisons. */
  public void forgetGivenUp(int schema) {
    for (String statement :
        List.of(
            """
            delete from follower f using index_generation g where f.name = 'search-index-' || g.id
              and g.schema = ? and g.state not in ('filling', 'serving')""",
            """
            delete from index_refused r using index_generation g where r.generation = g.id
              and g.schema = ? and g.state not in ('filling', 'serving')""",
            """
            update index_comparison c set finished_at = clock_timestamp(),
              failure = 'the indices were replaced'
            from index_generation g where c.generation = g.id and c.finished_at is null
              and g.schema = ? and g.state not in ('filling', 'serving')""")) {
      database.createNativeQuery(statement).setParameter(1, schema).executeUpdate();
    }
  }

  private static List<IndexGeneration> rows(List<?> rows) {
    return rows.stream().map(row -> generation((Object[]) row)).toList();
  }

  private static IndexGeneration generation(Object[] row) {
    return new IndexGeneration(
        UUID.fromString((String) row[0]),
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        (String) row[3],
        Coded.of(State.class, "state", (String) row[4]),
        (String) row[5],
        ((Timestamp) row[6]).toInstant(),
        instant(row[7]),
        new IndexGeneration.Fill(
            ((Number) row[8]).longValue(),
            ((Number) row[9]).longValue(),
            uuid(row[10]),
            uuid(row[11])),
        (String) row[12]);
  }

  private static @Nullable UUID uuid(@Nullable Object text) {
    return text == null ? null : UUID.fromString((String) text);
  }

  private static @Nullable Instant instant(@Nullable Object time) {
    return time == null ? null : ((Timestamp) time).toInstant();
  }
}
