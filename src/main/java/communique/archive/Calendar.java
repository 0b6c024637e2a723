package communique.archive;

import communique.access.Visibility;
import communique.briefing.Narrowing;
import communique.briefing.OfficeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of the briefings of which a caller sees an edition, by the day they are filed under. */
@ApplicationScoped
public class Calendar {
  @PersistenceContext private EntityManager database;

  /** The years that have any, the last one first; each is found in the order of the list. */
  public List<Year> years(@Nullable OfficeCode office, Visibility visibility) {
    VisibleQuery query = new VisibleQuery(visibility);
    query.add("with recursive years (day) as ((");
    last(query, office, "true");
    query.add(") union all select (");
    last(query, office, "b.dated < cast(date_trunc('year', years.day) as date)");
    query.add(") from years where years.day is not null)");
    // With a second column, so that rows are arrays.
    query.add("select day, 1 from years where day is not null order by day desc");
    return query.rows(database).stream().map(row -> Year.from(day(row))).toList();
  }

  /** How many there are on each day of a range, which must have both its ends. */
  public Map<LocalDate, Long> perDay(
      Narrowing.Days range, @Nullable OfficeCode office, Visibility visibility) {
    return count("b.dated", range, office, visibility);
  }

  /** How many there are in each month of a range, which must have both its ends; by first days. */
  public Map<LocalDate, Long> perMonth(
      Narrowing.Days range, @Nullable OfficeCode office, Visibility visibility) {
    return count("cast(date_trunc('month', b.dated) as date)", range, office, visibility);
  }

  private Map<LocalDate, Long> count(
      String day, Narrowing.Days range, @Nullable OfficeCode office, Visibility visibility) {
    VisibleQuery query = new VisibleQuery(visibility);
    query.add("select " + day + ", count(*) from briefing b where");
    query.add(
        "b.dated between cast(? as date) and cast(? as date) and",
        "" + range.from(),
        "" + range.to());
    seen(query, office);
    query.add("group by 1");
    return query.rows(database).stream()
        .collect(Collectors.toMap(Calendar::day, row -> ((Number) row[1]).longValue()));
  }

  private static void last(VisibleQuery query, @Nullable OfficeCode office, String before) {
    query.add("select b.dated from briefing b where " + before + " and");
    seen(query, office);
    query.add("order by b.dated desc, b.id desc limit 1");
  }

  private static void seen(VisibleQuery query, @Nullable OfficeCode office) {
    if (office != null) {
      query.add("b.office = ? and", office.code());
    }
    query.add("exists (select from version v where v.briefing = b.id and").addVisible().add(")");
  }

  private static LocalDate day(Object[] row) {
    return ((Date) row[0]).toLocalDate();
  }
}
