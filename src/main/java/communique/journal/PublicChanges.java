package communique.journal;

import communique.briefing.Change;
import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Selection;
import communique.briefing.Significance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads of what everybody may know of the journal. Public positions are given under one lock that
 * is held until commit: whoever has read up to one has missed nothing before it, on every node.
 */
@ApplicationScoped
public class PublicChanges {
  private static final String CHANGE =
      "select j.public_position, j.at, j.verb, cast(j.briefing as text), j.language, j.version,"
          + " j.office, j.section, j.significance from journal j where j.public_position ";

  /** What a reader is to notice: all but silent corrections, recalls of pictures, and links. */
  private static final String NOTABLE =
      "%1$s.significance is distinct from 'minor'"
          + " and %1$s.verb not in ('RecallMedia', 'LinkBriefings', 'UnlinkBriefing')";

  private static final String NOT_OVERTAKEN =
      " and not exists (select from journal l where l.briefing = j.briefing"
          + " and l.language = j.language and l.public_position > j.public_position";

  @PersistenceContext private EntityManager database;

  /** The changes after a position, the oldest first, at most {@code limit}. */
  public List<Change> after(long position, int limit) {
    // As a number, or each would be planned anew.
    return changes(CHANGE + "> ? order by j.public_position limit " + limit, List.of(position));
  }

  /** The position of the last change; 0 when there is none. */
  public long newest() {
    return ((Number)
            database
                .createNativeQuery("select coalesce(max(public_position), 0) from journal")
                .getSingleResult())
        .longValue();
  }

  /** The last change of any sort among the editions that a reader follows. */
  public Optional<Change> newest(Selection selection) {
    List<Object> parameters = new ArrayList<>();
    String sql = CHANGE + "> 0" + only(selection, parameters);
    return changes(sql + " order by j.public_position desc limit 1", parameters).stream()
        .findFirst();
  }

  /**
   * Of each edition that a reader follows, the last change that is to be noticed; the newest first.
   *
   * @param before only those before this position
   */
  public List<Change> notable(Selection selection, long before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(before));
    String sql =
        CHANGE
            + "< ? and "
            + NOTABLE.formatted("j")
            + only(selection, parameters)
            + NOT_OVERTAKEN
            + " and "
            + NOTABLE.formatted("l")
            + ") order by j.public_position desc limit "
            + limit;
    return changes(sql, parameters);
  }

  /**
   * Of each edition the last change of any sort, as far as it lies in a range; the oldest first.
   *
   * @param after where the range begins, itself not in it
   * @param last where it ends, itself in it
   */
  public List<Change> lastOfEditions(long after, long last, int limit) {
    return changes(
        CHANGE
            + "> ? and j.public_position <= ?"
            + NOT_OVERTAKEN
            + ") order by j.public_position limit ?",
        List.of(after, last, (Object) limit));
  }

  private static String only(Selection selection, List<Object> parameters) {
    StringBuilder only = new StringBuilder();
    equal(only, "office", selection.office(), parameters);
    equal(only, "language", selection.language(), parameters);
    equal(only, "section", selection.section(), parameters);
    return only.toString();
  }

  private static void equal(
      StringBuilder only, String column, @Nullable Object value, List<Object> parameters) {
    if (value != null) {
      only.append(" and j.").append(column).append(" = ?");
      parameters.add(value.toString());
    }
  }

  private List<Change> changes(String sql, List<Object> parameters) {
    Query query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> change((Object[]) row)).toList();
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
