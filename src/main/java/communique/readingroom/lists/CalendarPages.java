package communique.readingroom.lists;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.CountBriefings;
import communique.readingroom.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** Years, months and days, and what is filed under them; of all offices or of one. */
@Path("calendar")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class CalendarPages {
  private static final String YEAR = "{year: [1-9][0-9]{3}}";
  private static final String MONTH = YEAR + "/{month: [0-9]{2}}";

  @Inject private CountBriefings countBriefings;
  @Inject private Lists lists;

  /** The years in which there is something. */
  @GET
  public Response years(@BeanParam Asked asked, @Context HttpServletRequest request) {
    CalendarPage page =
        new CalendarPage(
            countBriefings.years(Caller.ANONYMOUS, asked.office()),
            asked.office(),
            lists.offices(request));
    return Pages.of("calendar.jte", page, request);
  }

  /** A year by months. */
  @GET
  @Path(YEAR)
  public Response year(
      @PathParam("year") int year, @BeanParam Asked asked, @Context HttpServletRequest request) {
    List<Year> years = years(Year.of(year));
    YearPage page =
        new YearPage(
            Year.of(year),
            years,
            countBriefings.perMonth(Caller.ANONYMOUS, asked.office(), Year.of(year)),
            asked.office(),
            lists.offices(request));
    return Pages.of("year.jte", page, request);
  }

  /** A month by days. */
  @GET
  @Path(MONTH)
  public Response month(
      @PathParam("year") int year,
      @PathParam("month") int month,
      @BeanParam Asked asked,
      @Context HttpServletRequest request) {
    YearMonth wanted = day(year, month, 1, YearMonth::from);
    List<Year> years = years(Year.of(year));
    MonthPage page =
        new MonthPage(
            wanted,
            years,
            countBriefings.perDay(Caller.ANONYMOUS, asked.office(), wanted),
            asked.office(),
            lists.offices(request));
    return Pages.of("month.jte", page, request);
  }

  /** What is filed under a day. */
  @GET
  @Path(MONTH + "/{day: [0-9]{2}}")
  public Response day(
      @PathParam("year") int year,
      @PathParam("month") int month,
      @PathParam("day") int day,
      @BeanParam Asked asked,
      @Context HttpServletRequest request) {
    LocalDate wanted = day(year, month, day, date -> date);
    years(Year.of(year));
    Listed listed = lists.on(wanted, CalendarPage.href(wanted), asked, request);
    return Pages.of("day.jte", new DayPage(wanted, listed), request);
  }

  // Outside of what the archive has, a calendar would go on for ever.
  private List<Year> years(Year wanted) {
    List<Year> years = countBriefings.years(Caller.ANONYMOUS, null);
    if (!CalendarPage.reaches(years, wanted)) {
      throw new Refusal(
          Reason.NOT_FOUND, "year", "must be within those of the archive", wanted.toString());
    }
    return years;
  }

  // To a reader, a day that there never was is a page that is not there.
  private static <T> T day(int year, int month, int day, Function<LocalDate, T> what) {
    try {
      return what.apply(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      String asked = year + "-" + month + "-" + day;
      throw new Refusal(Reason.NOT_FOUND, "day", "must be a day", asked, e);
    }
  }

  /** A day, and a part of the list of what is filed under it. */
  public record DayPage(LocalDate day, Listed listed) {

    /** The month it is in. */
    public YearMonth month() {
      return YearMonth.from(day);
    }

    /** Where the month is. */
    public String monthHref() {
      return CalendarPage.href(month(), listed.filters().office());
    }

    /** Where the year is. */
    public String yearHref() {
      return CalendarPage.href(Year.of(day.getYear()), listed.filters().office());
    }
  }
}
