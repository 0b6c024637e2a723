package communique.briefing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The rule for days and instants: a year of four digits, so that every client and the database can
 * hold it.
 */
public final class Dates {
  private static final int FIRST = 1000;
  private static final int LAST = 9999;
  private static final Instant BEGIN = Instant.parse(FIRST + "-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+" + (LAST + 1) + "-01-01T00:00:00Z");

  private Dates() {}

  /**
   * A day that keeps to the rule.
   *
   * @throws Refusal OUT_OF_RANGE when it does not
   */
  public static LocalDate plausible(String field, LocalDate date) {
    plausible(field, date.getYear(), date.toString());
    return date;
  }

  /**
   * An instant that keeps to the rule in UTC.
   *
   * @param sent as its sender wrote it
   * @throws Refusal OUT_OF_RANGE when it does not
   */
  public static Instant plausible(String field, Instant instant, String sent) {
    if (instant.isBefore(BEGIN) || !instant.isBefore(END)) {
      throw implausible(field, sent);
    }
    return instant;
  }

  /**
   * Checks a year alone, for what no type of Java can hold.
   *
   * @param sent what has it, as its sender wrote it
   * @throws Refusal OUT_OF_RANGE when it breaks the rule
   */
  public static void plausible(String field, long year, String sent) {
    if (year < FIRST || year > LAST) {
      throw implausible(field, sent);
    }
  }

  private static Refusal implausible(String field, String sent) {
    String rule = "must lie in the years " + FIRST + " to " + LAST;
    return new Refusal(Reason.OUT_OF_RANGE, field, rule, sent);
  }
}
