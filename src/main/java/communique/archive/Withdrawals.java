package communique.archive;

import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes briefings, or single editions of them, out of sight and brings them back; the caller's
 * transaction decides.
 */
@ApplicationScoped
public class Withdrawals {
  @PersistenceContext private EntityManager database;

  /**
   * Marks all versions of a briefing as withdrawn.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public void withdraw(UUID briefing, @Nullable LanguageTag language, Instant at) {
    String tag = language == null ? "" : language.tag();
    database
        .createNativeQuery(
            """
            update version set withdrawn_at = cast(? as timestamptz)
            where briefing = cast(? as uuid) and (? = '' or language = ?) and withdrawn_at is null""")
        .setParameter(1, at.toString())
        .setParameter(2, briefing.toString())
        .setParameter(3, tag)
        .setParameter(4, tag)
        .executeUpdate();
  }

  /**
   * The withdrawn editions of a briefing of which a major correction would be public by now, and
   * was not before they were withdrawn.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public Set<LanguageTag> corrected(UUID briefing, @Nullable LanguageTag language) {
    String tag = language == null ? "" : language.tag();
    List<?> rows =
        database
            .createNativeQuery(
                """
                select distinct language from version
                where briefing = cast(? as uuid) and (? = '' or language = ?)
                  and significance = 'major' and erased_at is null
                  and (embargo is null or embargo <= statement_timestamp())
                  and coalesce(embargo, accepted_at) > withdrawn_at""")
            .setParameter(1, briefing.toString())
            .setParameter(2, tag)
            .setParameter(3, tag)
            .getResultList();
    return rows.stream().map(row -> new LanguageTag((String) row)).collect(Collectors.toSet());
  }

  /**
   * Shows all versions of a briefing again. Those whose embargo ended meanwhile count as released:
   * the entry of the reinstatement tells of them.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public void reinstate(UUID briefing, @Nullable LanguageTag language) {
    String tag = language == null ? "" : language.tag();
    database
        .createNativeQuery(
            """
            update version set withdrawn_at = null,
              released_at = case when embargo <= clock_timestamp()
                then coalesce(released_at, clock_timestamp()) else released_at end
            where briefing = cast(? as uuid) and (? = '' or language = ?)
              and withdrawn_at is not null""")
        .setParameter(1, briefing.toString())
        .setParameter(2, tag)
        .setParameter(3, tag)
        .executeUpdate();
  }
}
