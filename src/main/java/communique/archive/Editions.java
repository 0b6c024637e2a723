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
                select distinct on (briefing, language) language, number,
                  coalesce(redacted_digest, digest), section, dated,
                  case when embargo > statement_timestamp() then embargo end, withdrawn_at,
                  bool_or(embargo is null or embargo <= least(statement_timestamp(), withdrawn_at, erased_at))
                    over (partition by briefing, language),
                  cast(briefing as text)
                from version where briefing = any (cast(string_to_array(?, ',') as uuid[]))
                order by briefing, language, number desc""")
            .setParameter(
                1, briefings.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .collect(
            Collectors.groupingBy(
                row -> UUID.fromString((String) row[8]),
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
        (String) row[3],
        ((Date) row[4]).toLocalDate(),
        instant(row[5]),
        instant(row[6]),
        (Boolean) row[7]);
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
