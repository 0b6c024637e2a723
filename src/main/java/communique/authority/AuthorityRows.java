package communique.authority;

import communique.briefing.Identity;
import communique.briefing.StrictJson;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads authorities as the table has them. */
final class AuthorityRows {
  /** What is selected of the table, as {@code a}; other columns may follow. */
  static final String SELECT =
      "select cast(a.id as text), a.version, a.edited, a.retired, a.changed_at,"
          + " cast(a.content as text)";

  /** How many columns that are. */
  static final int COUNT = 6;

  private AuthorityRows() {}

  static List<Authority> authorities(List<?> rows) {
    return rows.stream().map(row -> authority((Object[]) row)).toList();
  }

  static Authority authority(Object[] row) {
    Instant changedAt = ((Timestamp) row[4]).toInstant();
    return new Authority(
        Identity.of((String) row[0]),
        ((Number) row[1]).intValue(),
        (Boolean) row[2],
        (Boolean) row[3],
        changedAt,
        AuthorityReader.content(StrictJson.object((String) row[5])));
  }
}
