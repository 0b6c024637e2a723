package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The editions of a briefing as those see them who change the record. Its methods take part in the
 * caller's transaction.
 */
@ApplicationScoped
public class Editions {
  /**
   * Whether a version {@code o} is not one that came while its edition was withdrawn and still is.
   */
  static final String NOT_WHILE_WITHDRAWN =
      "(o.withdrawn_at is null or o.accepted_at < o.withdrawn_at)";

  /** Whether the embargo of a version {@code o}, if any, ended before it was taken out of sight. */
  static final String EMBARGO_ENDED =
      "(o.embargo is null"
          + " or o.embargo <= least(statement_timestamp(), o.withdrawn_at, o.erased_at))";

  /** Whether a version {@code o} has been public at some time. */
  static final String ONCE_OPEN = NOT_WHILE_WITHDRAWN + " and " + EMBARGO_ENDED;

  private static final String NUMBERED =
      " from version o where o.briefing = cast(? as uuid) and o.language = ? and o.number = ?";

  @PersistenceContext private EntityManager database;

  /**
   * The newest versions of all editions of a briefing, by language. Until the transaction ends
   * nobody else changes the briefing.
   */
  public List<Newest> lock(UUID briefing) {
    // In a statement of its own: the next one must see what was committed while this one waited.
    database
        .createNativeQuery("select 1 from briefing where id = cast(? as uuid) for update")
        .setParameter(1, briefing.toString())
        .getResultList();
    return newest(List.of(briefing)).getOrDefault(briefing, List.of());
  }

  /** The newest versions of all editions of some briefings, by language. */
  public Map<UUID, List<Newest>> newest(Collection<UUID> briefings) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select distinct on (v.briefing, v.language) v.language, v.number,
                  coalesce(v.redacted_digest, v.digest), coalesce(t.number, v.number),
                  case when t.number is null then v.section else t.section end, v.dated,
                  case when v.embargo > statement_timestamp() then v.embargo end, v.withdrawn_at,
                  t.number is not null, cast(v.briefing as text),
                  coalesce(v.translated_from, e.translated_from)
                from version v join edition e using (briefing, language) left join lateral (
                  select o.number, o.section from version o
                  where o.briefing = v.briefing and o.language = v.language and %s
                  order by o.number desc limit 1) t on true
                where v.briefing = any (cast(string_to_array(?, ',') as uuid[]))
                order by v.briefing, v.language, v.number desc"""
                    .formatted(ONCE_OPEN))
            .setParameter(
                1, briefings.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .collect(
            Collectors.groupingBy(
                row -> UUID.fromString((String) row[9]),
                Collectors.mapping(Editions::newest, Collectors.toList())));
  }

  /** Whether a version of an edition, which may be gone by now, has been public at some time. */
  public boolean wasOpen(UUID briefing, LanguageTag language, int number) {
    return numbered("select " + ONCE_OPEN, briefing, language, number)
        .map(Boolean.class::cast)
        .orElse(false);
  }

  /** The instant before which a version is not public; nothing when it is, or is not there. */
  public Optional<Instant> embargo(UUID briefing, LanguageTag language, int number) {
    return numbered(
            "select case when o.embargo > statement_timestamp() then o.embargo end",
            briefing,
            language,
            number)
        .map(embargo -> ((Timestamp) embargo).toInstant());
  }

  private Optional<Object> numbered(
      String select, UUID briefing, LanguageTag language, int number) {
    List<?> rows =
        database
            .createNativeQuery(select + NUMBERED)
            .setParameter(1, briefing.toString())
            .setParameter(2, language.tag())
            .setParameter(3, number)
            .getResultList();
    return rows.stream().filter(Objects::nonNull).findFirst().map(Object.class::cast);
  }

  /** What an edition was translated from, as the last of its versions that tells it has it. */
  public Optional<Translation> translation(UUID briefing, LanguageTag language) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select v.translated_from, v.translated_version,
                  cast(convert_from(v.content, 'UTF8') as jsonb) -> 'translation' ->> 'translator'
                from version v where v.briefing = cast(? as uuid) and v.language = ?
                  and v.translated_from is not null and v.erased_at is null
                order by v.number desc limit 1""")
            .setParameter(1, briefing.toString())
            .setParameter(2, language.tag())
            .getResultList();
    return rows.stream().findFirst().map(row -> translation((Object[]) row));
  }

  private static Translation translation(Object[] row) {
    Number version = (Number) row[1];
    return new Translation(
        new LanguageTag((String) row[0]),
        version == null ? null : (Integer) version.intValue(),
        (String) row[2]);
  }

  /** The one in a language. */
  public static Optional<Newest> in(LanguageTag language, List<Newest> editions) {
    return editions.stream().filter(edition -> edition.language().equals(language)).findAny();
  }

  private static Newest newest(Object[] row) {
    String from = (String) row[10];
    return new Newest(
        UUID.fromString((String) row[9]),
        new LanguageTag((String) row[0]),
        ((Number) row[1]).intValue(),
        Digest.ofFinished((byte[]) row[2]),
        new Newest.Told(((Number) row[3]).intValue(), (String) row[4]),
        ((Date) row[5]).toLocalDate(),
        instant(row[6]),
        instant(row[7]),
        (Boolean) row[8],
        from == null ? null : new LanguageTag(from));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
