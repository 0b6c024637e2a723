package communique.briefing;

import java.time.LocalDate;

/** The rule for days: a year of four digits, so that every client and the database can hold it. */
final class Dates {
  private Dates() {}

  static LocalDate plausible(String field, LocalDate date) {
    if (date.getYear() < 1000 || date.getYear() > 9999) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, field, "must lie in the years 1000 to 9999", date.toString());
    }
    return date;
  }
}
