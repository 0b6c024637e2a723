package communique.archive;

import communique.briefing.Notice;
import communique.briefing.NoticeJson;
import communique.briefing.Withheld;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a query over versions {@code v} that tell why not everybody sees one. They come with
 * its row; the notice is looked for only where the version is withdrawn.
 */
final class WithheldColumns {
  /**
   * The last word that it was withdrawn, alone or with its briefing. What was added to a briefing
   * of which all was withdrawn has none of its own: there it is the word about another edition.
   */
  static final String WITHDRAWAL =
      "case when v.withdrawn_at is not null then (select n.content from notice n"
          + " where n.briefing = v.briefing and n.state = 'withdrawn' and n.erased_at is null"
          + " and n.version is null order by (n.language is null or n.language = v.language) desc,"
          + " n.number desc limit 1) end";

  /** Both, the withdrawal first. */
  static final String BOTH =
      WITHDRAWAL + ", case when v.embargo > statement_timestamp() then v.embargo end";

  private WithheldColumns() {}

  static Withheld read(@Nullable Object withdrawal, @Nullable Object embargo) {
    return withdrawal == null && embargo == null
        ? Withheld.NOT
        : new Withheld(
            withdrawal(withdrawal), embargo == null ? null : ((Timestamp) embargo).toInstant());
  }

  static @Nullable Notice withdrawal(@Nullable Object content) {
    return content == null ? null : NoticeJson.read((byte[]) content);
  }
}
