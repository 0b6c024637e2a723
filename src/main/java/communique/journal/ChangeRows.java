package communique.journal;

import communique.briefing.Change;
import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Significance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** Reads rows of the journal as changes that everybody may know of. */
final class ChangeRows {
  /** What is read of a row {@code j}. */
  static final String COLUMNS =
      "j.public_position, j.at, j.verb, cast(j.briefing as text), j.language, j.version,"
          + " j.office, j.section, j.significance";

  /** That no later row {@code l} of the same edition follows; its end is left open. */
  static final String NOT_OVERTAKEN =
      " and not exists (select from journal l where l.briefing = j.briefing"
          + " and l.language = j.language and l.public_position > j.public_position";

  private ChangeRows() {}

  static List<Change> of(EntityManager database, String sql, List<Object> parameters) {
    return rows(database, sql, parameters).stream().map(row -> change((Object[]) row)).toList();
  }

  static List<?> rows(EntityManager database, String sql, List<Object> parameters) {
    Query query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    return query.getResultList();
  }

  private static Change change(Object[] row) {
    String significance = (String) row[8];
    return new Change(
        ((Number) row[0]).longValue(),
        ((Timestamp) row[1]).toInstant(),
        (String) row[2],
        new Change.Edition(
            UUID.fromString((String) row[3]),
            new LanguageTag((String) row[4]),
            new OfficeCode((String) row[6]),
            (String) row[7]),
        ((Number) row[5]).intValue(),
        significance == null ? null : Coded.of(Significance.class, "significance", significance));
  }
}
