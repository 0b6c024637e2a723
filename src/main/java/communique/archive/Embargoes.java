package communique.archive;

import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The ends of embargoes. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Embargoes {
  @PersistenceContext private EntityManager database;

  /**
   * Marks versions whose embargo has passed by the database's clock as released, those that waited
   * longest first. Versions that another node is releasing are left to it.
   *
   * @param most how many at once
   * @return those that were marked, each of them only once ever
   */
  public List<Released> release(int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                with due as (
                  select briefing, language, number from version
                  where embargo <= statement_timestamp() and released_at is null
                  order by embargo limit ? for update skip locked)
                update version v set released_at = clock_timestamp() from due
                where v.briefing = due.briefing and v.language = due.language
                  and v.number = due.number
                returning cast(v.briefing as text), v.language, v.number""")
            .setParameter(1, most)
            .getResultList();
    return rows.stream().map(row -> released((Object[]) row)).toList();
  }

  private static Released released(Object[] row) {
    return new Released(
        UUID.fromString((String) row[0]),
        new LanguageTag((String) row[1]),
        ((Number) row[2]).intValue());
  }

  /** A version that has become public. */
  public record Released(UUID briefing, LanguageTag language, int number) {}
}
