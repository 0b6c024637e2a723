package communique.reading;

import communique.access.Caller;
import communique.archive.Calendar;
import communique.briefing.Narrowing;
import communique.briefing.OfficeCode;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the briefings that a caller sees by the days that they are filed under: the day they were
 * issued, else that of the event, else that of their acceptance. It costs one query, which reads
 * the briefings of the time that is asked for and no others.
 */
@NeedsDatabase
@ApplicationScoped
public class CountBriefings {
  @Inject private Calendar calendar;

  /** The years under which there is something, the last one first. */
  public List<Year> years(Caller caller, @Nullable OfficeCode office) {
    return calendar.years(office, caller.visibility());
  }

  /** How many there are in each month of a year that has any. */
  public Map<Month, Long> perMonth(Caller caller, @Nullable OfficeCode office, Year year) {
    Narrowing.Days days = new Narrowing.Days(year.atDay(1), year.atDay(year.length()));
    return calendar.perMonth(days, office, caller.visibility()).entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().getMonth(), Map.Entry::getValue));
  }

  /** How many there are on each day of a month that has any. */
  public Map<LocalDate, Long> perDay(Caller caller, @Nullable OfficeCode office, YearMonth month) {
    Narrowing.Days days = new Narrowing.Days(month.atDay(1), month.atEndOfMonth());
    return calendar.perDay(days, office, caller.visibility());
  }
}
