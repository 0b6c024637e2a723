package communique.readingroom.lists;

import communique.briefing.OfficeCode;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The years in which something was issued.
 *
 * @param office only by it
 */
public record CalendarPage(List<Year> years, @Nullable OfficeCode office, OfficeNames offices) {
  private static final String PATH = "/calendar";

  /** Where a year is. */
  public String yearHref(Year year) {
    return href(year, office);
  }

  /**
   * Whether a year is not before the first and not after the last in which there is something.
   *
   * @param years those, the last one first
   */
  static boolean reaches(List<Year> years, Year year) {
    return !years.isEmpty()
        && !year.isAfter(years.get(0))
        && !year.isBefore(years.get(years.size() - 1));
  }

  static String href(Year year, @Nullable OfficeCode office) {
    return Query.to(PATH + "/" + year).with("office", office).toString();
  }

  static String href(YearMonth month, @Nullable OfficeCode office) {
    return Query.to(PATH + "/" + month.toString().replace('-', '/'))
        .with("office", office)
        .toString();
  }

  /** Where the list of a day is. */
  static String href(LocalDate day) {
    return PATH + "/" + day.toString().replace('-', '/');
  }
}
