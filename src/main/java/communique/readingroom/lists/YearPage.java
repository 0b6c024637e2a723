package communique.readingroom.lists;

import communique.briefing.OfficeCode;
import communique.readingroom.page.OfficeNames;
import java.time.Month;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A year by its months.
 *
 * @param years in which the archive has something, the last one first
 * @param counts how many briefings are filed under those months that have any
 * @param office only those it issued
 */
public record YearPage(
    Year year,
    List<Year> years,
    Map<Month, Long> counts,
    @Nullable OfficeCode office,
    OfficeNames offices) {

  /** All twelve. */
  public List<Month> months() {
    return Arrays.asList(Month.values());
  }

  /** How many there are in a month. */
  public long count(Month month) {
    return counts.getOrDefault(month, 0L);
  }

  /** Where a month is. */
  public String monthHref(Month month) {
    return CalendarPage.href(year.atMonth(month), office);
  }

  /** Whether there is a page of the year after or before. */
  public boolean hasOther(int distance) {
    return CalendarPage.reaches(years, year.plusYears(distance));
  }

  /** Where the year after or before is. */
  public String otherHref(int years) {
    return CalendarPage.href(year.plusYears(years), office);
  }
}
