package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
                  t.number is not null, cast(v.briefing as text)
                from version v left join lateral (
                  select o.number, o.section from version o
                  where o.briefing = v.briefing and o.language = v.language and (o.embargo is null
                    or o.embargo <= least(statement_timestamp(), o.withdrawn_at, o.erased_at))
                  order by o.number desc limit 1) t on true
                where v.briefing = any (cast(string_to_array(?, ',') as uuid[]))
                order by v.briefing, v.language, v.number desc""")
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

  /** The one in a language. */
  public static Optional<Newest> in(LanguageTag language, List<Newest> editions) {
    return editions.stream().filter(edition -> edition.language().equals(language)).findAny();
  }

  private static Newest newest(Object[] row) {
    return new Newest(
        new LanguageTag((String) row[0]),
        ((Number) row[1]).intValue(),
        Digest.ofFinished((byte[]) row[2]),
        new Newest.Told(((Number) row[3]).intValue(), (String) row[4]),
        ((Date) row[5]).toLocalDate(),
        instant(row[6]),
        instant(row[7]),
        (Boolean) row[8]);
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
