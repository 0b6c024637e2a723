package communique.briefing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a version says it was issued: a day, and only if the office told it, the time of that day.
 *
 * @param date the day, in the office's calendar
 * @param time the time of day; absent when only the day is known, which is not midnight
 * @param zone the offset from UTC of that time; only with a time
 */
public record Issued(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset zone) {

  /**
   * @throws Refusal when a zone comes without a time or the year is not one of four digits
   */
  public Issued {
    Dates.plausible("date", date);
    if (zone != null && time == null) {
      throw new Refusal(
          Reason.MISSING, "time", "must be present when a zone is given", zone.toString());
    }
  }
}
