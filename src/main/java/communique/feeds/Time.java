package communique.feeds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes instants for readers of feeds. */
final class Time {
  private Time() {}

  /**
   * An instant as RFC 3339 has it, with at most three digits of a second: widespread readers take
   * six for as many milliseconds, which is minutes later.
   */
  static String of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
