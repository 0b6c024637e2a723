package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Takes single files out of sight while the texts stay; the caller's transaction decides. */
@ApplicationScoped
public class Recalls {
  @PersistenceContext private EntityManager database;

  /**
   * Marks all uses of a file in a briefing as recalled.
   *
   * @param reason for everybody
   * @return the editions that used it
   */
  public List<Recalled> recall(UUID briefing, Digest file, String reason) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                with recalled as (
                  update placement set recalled_at = clock_timestamp(), recall_reason = ?
                  where briefing = cast(? as uuid) and sha256 = ? and recalled_at is null
                  returning briefing, language, number)
                select language, bool_or(%s) from recalled
                join version o using (briefing, language, number)
                group by language order by language"""
                    .formatted(Editions.ONCE_OPEN))
            .setParameter(1, reason)
            .setParameter(2, briefing.toString())
            .setParameter(3, file.hex())
            .getResultList();
    return rows.stream().map(row -> recalled((Object[]) row)).toList();
  }

  private static Recalled recalled(Object[] row) {
    return new Recalled(new LanguageTag((String) row[0]), (Boolean) row[1]);
  }

  /**
   * An edition that used a file.
   *
   * @param wasOpen whether a version of it that did so has been public at some time
   */
  public record Recalled(LanguageTag language, boolean wasOpen) {}

  /** Keeps recalled what a further version of the same briefing places again. */
  public void carryOver(UUID briefing) {
    database
        .createNativeQuery(
            """
            update placement p
            set recalled_at = before.recalled_at, recall_reason = before.recall_reason
            from placement before
            where p.briefing = cast(? as uuid) and p.recalled_at is null
              and before.briefing = p.briefing and before.sha256 = p.sha256
              and before.recalled_at is not null""")
        .setParameter(1, briefing.toString())
        .executeUpdate();
  }
}
