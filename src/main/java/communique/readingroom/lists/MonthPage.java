package communique.readingroom.lists;

import communique.briefing.OfficeCode;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A month by its days, in weeks that begin on Monday (ISO 8601).
 *
 * @param years in which the archive has something, the last one first
 * @param counts how many briefings are filed under those days that have any
 * @param office only those it issued
 */
public record MonthPage(
    YearMonth month,
    List<Year> years,
    Map<LocalDate, Long> counts,
    @Nullable OfficeCode office,
    OfficeNames offices) {

  /** The days of a week. */
  public List<DayOfWeek> weekdays() {
    return Arrays.asList(DayOfWeek.values());
  }

  /** The weeks that have a day of the month, each with all seven. */
  public List<List<LocalDate>> weeks() {
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Stream.iterate(first, day -> !day.isAfter(month.atEndOfMonth()), day -> day.plusWeeks(1))
        .map(monday -> IntStream.range(0, 7).mapToObj(monday::plusDays).toList())
        .toList();
  }

  /** Whether a day of these weeks is one of the month. */
  public boolean has(LocalDate day) {
    return YearMonth.from(day).equals(month);
  }

  /** How many there are on a day. */
  public long count(LocalDate day) {
    return counts.getOrDefault(day, 0L);
  }

  /** Where the list of a day is. */
  public String dayHref(LocalDate day) {
    return Query.to(CalendarPage.href(day)).with("office", office).toString();
  }

  /** Where the year is. */
  public String yearHref() {
    return CalendarPage.href(Year.of(month.getYear()), office);
  }

  /** Whether there is a page of the month after or before. */
  public boolean hasOther(int months) {
    return CalendarPage.reaches(years, Year.of(other(months).getYear()));
  }

  /** The month after or before. */
  public YearMonth other(int months) {
    return month.plusMonths(months);
  }

  /** Where it is. */
  public String otherHref(int months) {
    return CalendarPage.href(other(months), office);
  }
}
