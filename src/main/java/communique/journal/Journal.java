package communique.journal;

import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Significance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The append-only log of changes. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Journal {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /**
   * Adds entries, in their order. From here to the end of the transaction no other transaction adds
   * any, so this comes as late in it as can be.
   */
  public void append(List<Entry> entries) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    entries.forEach(entry -> rows.add(row(entry)));
    database
        .createNativeQuery(
            """
            with head as (
              update journal_head set public_position = public_position + ?
              returning public_position - ? as public_position),
            entry as (
              select e.*, row_number() over (partition by e.open order by e.place) as nth,
                lag(coalesce(e.section, '')) over (
                  partition by e.open, e.briefing, e.language order by e.place) as before
              from rows from (jsonb_to_recordset(cast(? as jsonb)) as (verb text,
                briefing uuid, language text, version integer, actor text, office text,
                section text, significance text, lane text, open boolean))
                with ordinality as e(verb, briefing, language, version, actor, office, section,
                significance, lane, open, place))
            insert into journal (at, verb, briefing, language, version, actor, office, section,
              significance, lane, public_position, moved_from)
            select clock_timestamp(), e.verb, e.briefing, e.language, e.version, e.actor, e.office,
              e.section, e.significance, e.lane,
              case when e.open then head.public_position + e.nth end,
              case when e.open then nullif(
                coalesce(e.before, (
                  select coalesce(l.section, '') from journal l
                  where l.briefing = e.briefing and l.language = e.language
                    and l.public_position is not null
                  order by l.public_position desc limit 1)),
                coalesce(e.section, '')) end
            from head, entry e
            order by e.place""")
        .setParameter(1, entries.stream().filter(Entry::open).count())
        .setParameter(2, entries.stream().filter(Entry::open).count())
        .setParameter(3, rows.build().toString())
        .executeUpdate();
  }

  private static JsonObjectBuilder row(Entry entry) {
    Entry.Edition edition = entry.edition();
    JsonObjectBuilder row =
        JSON.createObjectBuilder()
            .add("verb", entry.verb())
            .add("briefing", edition.briefing().toString())
            .add("language", edition.language().tag())
            .add("version", entry.version())
            .add("actor", entry.actor())
            .add("office", edition.office().code())
            .add("lane", entry.lane().code())
            .add("open", entry.open());
    if (edition.section() != null) {
      row.add("section", edition.section());
    }
    return entry.significance() == null
        ? row
        : row.add("significance", entry.significance().code());
  }

  /** The entries of a lane after a position, the oldest first, at most {@code limit}. */
  public List<Numbered> after(Lane lane, long position, int limit) {
    // The lane stands in the statement itself: only so does PostgreSQL take the lane's own index.
    List<?> rows =
        database
            .createNativeQuery(
                """
                select position, verb, cast(briefing as text), language, version, actor, office,
                  section, significance, public_position is not null
                from journal where lane = '%s' and position > ? order by position limit ?"""
                    .formatted(lane.code()))
            .setParameter(1, position)
            .setParameter(2, limit)
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row, lane)).toList();
  }

  /**
   * How far a follower has come, locked for it until the end of the transaction.
   *
   * @return nothing when another node holds it, or when there is no such follower
   */
  public Optional<Reached> claim(String follower) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select position, imported_position, requested_position from follower where name = ?
                for update skip locked""")
            .setParameter(1, follower)
            .getResultList();
    return rows.stream().map(row -> reached((Object[]) row)).findAny();
  }

  private static Reached reached(Object[] row) {
    return new Reached(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue());
  }

  /** Notes how far a follower has come. */
  public void advance(String follower, Reached reached) {
    database
        .createNativeQuery(
            """
            update follower set position = ?, imported_position = ?, requested_position = ?
            where name = ?""")
        .setParameter(1, reached.single())
        .setParameter(2, reached.imported())
        .setParameter(3, reached.requested())
        .setParameter(4, follower)
        .executeUpdate();
  }

  /** How long the oldest entry of a lane has been waiting for a follower; nothing when none is. */
  public Duration lag(String follower, Lane lane) {
    Number seconds =
        (Number)
            database
                .createNativeQuery(
                    """
                    select coalesce((
                      select extract(epoch from clock_timestamp() - at)
                      from journal where lane = '%1$s' and position > (
                        select case '%1$s' when 'single' then position else imported_position end
                        from follower where name = ?)
                      order by position limit 1), 0)"""
                        .formatted(lane.code()))
                .setParameter(1, follower)
                .getSingleResult();
    return Duration.ofMillis((long) (seconds.doubleValue() * 1000));
  }

  private static Numbered entry(Object[] row, Lane lane) {
    Entry.Edition edition =
        new Entry.Edition(
            UUID.fromString((String) row[2]),
            new LanguageTag((String) row[3]),
            new OfficeCode((String) row[6]),
            (String) row[7]);
    String significance = (String) row[8];
    Entry entry =
        new Entry(
            (String) row[1],
            edition,
            ((Number) row[4]).intValue(),
            significance == null
                ? null
                : Coded.of(Significance.class, "significance", significance),
            (Boolean) row[9],
            (String) row[5],
            lane);
    return new Numbered(((Number) row[0]).longValue(), entry);
  }

  /**
   * The last positions that a follower has done, of entries in each lane and of requests to index
   * again, which stand in one order.
   *
   * @param single in the lane of what comes by itself
   * @param imported in that of what imports bring in
   * @param requested of requests
   */
  public record Reached(long single, long imported, long requested) {}

  /**
   * An entry in its place.
   *
   * @param position rises with each entry, with gaps
   */
  public record Numbered(long position, Entry entry) {}
}
