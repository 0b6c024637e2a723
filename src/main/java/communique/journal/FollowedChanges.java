package communique.journal;

import communique.briefing.Change;
import communique.briefing.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads of what everybody may know of the journal, for those who follow some of the editions. Who
 * follows a section follows also what leaves it: that an edition goes to another section, however
 * silently, is to be noticed in both.
 */
@ApplicationScoped
public class FollowedChanges {
  /** What a reader is to notice: all but silent corrections, recalls of pictures, and links. */
  private static final String NOTABLE =
      "%1$s.significance is distinct from 'minor'"
          + " and %1$s.verb not in ('RecallMedia', 'LinkBriefings', 'UnlinkBriefing')";

  /**
   * One of 25 positions, as evenly as can be among those of any selection: multiples of the golden
   * ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4). Of all positions never
   * more than 34 lie between two.
   */
  private static final String CUT = " and (j.public_position * 40503 & 65535) < 2622";

  private static final String DESCENDING = "desc";

  @PersistenceContext private EntityManager database;

  /** The last change of any sort among the editions that a reader follows. */
  public Optional<Change> newest(Selection selection) {
    Rows rows = new Rows(ChangeRows.COLUMNS, "j.public_position > ?", "", DESCENDING, 1);
    return changes(selection, Sort.ANY, rows, 0).stream().findFirst();
  }

  /**
   * Of each edition that a reader follows, the last change that is to be noticed; the newest first.
   * In the section that it names the edition is from then on: when that is not the one followed,
   * the edition has left it.
   *
   * @param before only those before this position
   */
  public List<Change> notable(Selection selection, long before, int limit) {
    String last = ChangeRows.NOT_OVERTAKEN + " and " + notable(selection, "l") + ")";
    Rows rows = new Rows(ChangeRows.COLUMNS, "j.public_position < ?", last, DESCENDING, limit);
    return changes(selection, Sort.NOTABLE, rows, before);
  }

  /**
   * The last cut at or before a position. Cuts lie at about one of 25 of the changes that are to be
   * noticed; where one is, it stays.
   */
  public Optional<Long> lastCut(Selection selection, long position) {
    return cut(selection, "j.public_position <= ?", DESCENDING, position);
  }

  /** The first cut after a position. */
  public Optional<Long> firstCut(Selection selection, long after) {
    return cut(selection, "j.public_position > ?", "asc", after);
  }

  private Optional<Long> cut(Selection selection, String range, String order, long bound) {
    List<Object> parameters = new ArrayList<>();
    Rows rows = new Rows("j.public_position", range, CUT, order, 1);
    String sql = sql(selection, Sort.NOTABLE, rows, bound, parameters);
    return ChangeRows.rows(database, sql, parameters).stream()
        .map(position -> ((Number) position).longValue())
        .findFirst();
  }

  private List<Change> changes(Selection selection, Sort sort, Rows rows, long bound) {
    List<Object> parameters = new ArrayList<>();
    return ChangeRows.of(database, sql(selection, sort, rows, bound, parameters), parameters);
  }

  private static String sql(
      Selection selection, Sort sort, Rows rows, long bound, List<Object> parameters) {
    if (selection.section() == null) {
      String which = sort == Sort.NOTABLE ? " and " + NOTABLE.formatted("j") : "";
      return part(selection, which, rows, bound, parameters);
    }
    // Two parts, so that each is read by an index of its own from its end on.
    String named = " and j.section = ?" + (sort == Sort.NOTABLE ? " and " + told("j") : "");
    return "("
        + part(selection, named, rows, bound, parameters)
        + ") union all ("
        + part(selection, " and j.moved_from = ?", rows, bound, parameters)
        + ") order by 1 "
        + rows.order()
        + " limit "
        + rows.limit();
  }

  private static String part(
      Selection selection, String which, Rows rows, long bound, List<Object> parameters) {
    parameters.add(bound);
    String only =
        equal("office", selection.office(), parameters)
            + equal("language", selection.language(), parameters);
    for (int i = 0; i < questions(which + rows.more()); i++) {
      parameters.add(String.valueOf(selection.section()));
    }
    return "select "
        + rows.what()
        + " from journal j where "
        + rows.range()
        + only
        + which
        + rows.more()
        + " order by j.public_position "
        + rows.order()
        + " limit "
        + rows.limit();
  }

  private static String equal(String column, @Nullable Object value, List<Object> parameters) {
    if (value == null) {
      return "";
    }
    parameters.add(value.toString());
    return " and j." + column + " = ?";
  }

  // Of a section that is followed: what is said in it, and that something has left it.
  private static String notable(Selection selection, String row) {
    return selection.section() == null
        ? NOTABLE.formatted(row)
        : "(%1$s.section = ? and %2$s or %1$s.moved_from = ?)".formatted(row, told(row));
  }

  private static String told(String row) {
    return "(%s or %s.moved_from is not null)".formatted(NOTABLE.formatted(row), row);
  }

  private static long questions(String sql) {
    return sql.chars().filter(each -> each == '?').count();
  }

  private enum Sort {
    ANY,
    NOTABLE
  }

  /**
   * What is read.
   *
   * @param what of each row
   * @param range of positions, with one parameter
   * @param more that must hold; each of its parameters is the section
   * @param order of positions
   */
  private record Rows(String what, String range, String more, String order, int limit) {}
}
