package communique.archive;

import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Significance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ends of embargoes. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Embargoes {
  /** Names the lock under which releases are made; any number that nothing else locks. */
  private static final long RELEASES = 0x52454c45415345L;

  private static final String TOLD =
      " returning cast(v.briefing as text), v.language, v.number, v.office, v.section,"
          + " v.significance, v.embargo) select * from told order by embargo, briefing, language";

  @PersistenceContext private EntityManager database;

  /**
   * Marks versions whose embargo has passed by the database's clock as released. One node does so
   * at a time, so that they are told in their order.
   *
   * @param most how many at once
   * @return those that were marked, by their instants, each of them only once ever; none while
   *     another node is at it
   */
  public List<Pending> release(int most) {
    Object mine =
        database
            .createNativeQuery("select pg_try_advisory_xact_lock(?)")
            .setParameter(1, RELEASES)
            .getSingleResult();
    if (!Boolean.TRUE.equals(mine)) {
      return List.of();
    }
    List<?> rows =
        database
            .createNativeQuery(
                """
                with due as (
                  select briefing, language, number from version
                  where embargo <= statement_timestamp() and released_at is null
                    and withdrawn_at is null and erased_at is null
                  order by embargo, briefing, language limit ? for update skip locked),
                told as (update version v set released_at = clock_timestamp() from due
                  where v.briefing = due.briefing and v.language = due.language
                    and v.number = due.number"""
                    + TOLD)
            .setParameter(1, most)
            .getResultList();
    return rows.stream().map(row -> pending((Object[]) row)).toList();
  }

  /**
   * Gives the versions of a briefing that are still under embargo another end of it, all the same.
   *
   * @param languages of the editions meant; all when empty
   * @return those that were under embargo
   */
  public List<Pending> change(UUID briefing, Set<LanguageTag> languages, Instant until) {
    return set(briefing, languages, until, "null");
  }

  /** Ends the embargo of versions now, and marks them as released. */
  public List<Pending> lift(UUID briefing, Set<LanguageTag> languages, Instant now) {
    return set(briefing, languages, now, "clock_timestamp()");
  }

  private List<Pending> set(
      UUID briefing, Set<LanguageTag> languages, Instant until, String released) {
    String tags = languages.stream().map(LanguageTag::tag).collect(Collectors.joining(","));
    List<?> rows =
        database
            .createNativeQuery(
                "with told as (update version v set embargo = cast(? as timestamptz), released_at = "
                    + released
                    + """

                    where v.briefing = cast(? as uuid) and v.embargo > statement_timestamp()
                      and v.erased_at is null
                      and (? = '' or v.language = any (string_to_array(?, ',')))"""
                    + TOLD)
            .setParameter(1, until.toString())
            .setParameter(2, briefing.toString())
            .setParameter(3, tags)
            .setParameter(4, tags)
            .getResultList();
    return rows.stream().map(row -> pending((Object[]) row)).toList();
  }

  private static Pending pending(Object[] row) {
    String significance = (String) row[5];
    return new Pending(
        UUID.fromString((String) row[0]),
        new LanguageTag((String) row[1]),
        ((Number) row[2]).intValue(),
        new OfficeCode((String) row[3]),
        (String) row[4],
        significance == null ? null : Coded.of(Significance.class, "significance", significance));
  }

  /** A version that was under embargo. */
  public record Pending(
      UUID briefing,
      LanguageTag language,
      int number,
      OfficeCode office,
      @Nullable String section,
      @Nullable Significance significance) {}
}
