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

  /**
   * What is new with one is all that came since the version that everybody knows: a first version
   * stays one, although a minor correction of it comes with it. Of two significances the greater
   * comes first in the alphabet.
   */
  private static final String TOLD =
      """
       returning v.briefing, v.language, v.number, v.office, v.section, v.embargo)
      select cast(t.briefing as text), t.language, t.number, t.office, t.section,
        (select case when bool_and(n.significance is not null) then min(n.significance) end
          from version n where n.briefing = t.briefing and n.language = t.language
            and n.number <= t.number and not exists (
              select from version k where k.briefing = n.briefing and k.language = n.language
                and k.number >= n.number and k.number < t.number
                and (k.embargo is null or k.released_at is not null))),
        exists (select from version l where l.briefing = t.briefing and l.language = t.language
          and l.number > t.number and l.erased_at is null
          and (l.embargo is null or l.released_at is not null
            or exists (select from told where told.briefing = l.briefing
              and told.language = l.language and told.number = l.number)))
      from told t order by t.embargo, t.briefing, t.language, t.number""";

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
                  order by embargo, briefing, language, number limit ? for update skip locked),
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
        significance == null ? null : Coded.of(Significance.class, "significance", significance),
        (Boolean) row[6]);
  }

  /**
   * A version that was under embargo.
   *
   * @param significance the greatest of the corrections that everybody learns of with it; absent
   *     when the first version is among them
   * @param overtaken whether everybody sees a later version when everybody may see this one
   */
  public record Pending(
      UUID briefing,
      LanguageTag language,
      int number,
      OfficeCode office,
      @Nullable String section,
      @Nullable Significance significance,
      boolean overtaken) {}
}
