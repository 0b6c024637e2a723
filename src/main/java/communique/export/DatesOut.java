package communique.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times are spelled (RFC 3339). */
final class DatesOut {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private DatesOut() {}

  /**
   * An offset in hours and minutes. Those of before 1900 have seconds too, for which RFC 3339 and
   * XML have no place; they are cut off.
   */
  static String zone(ZoneOffset zone) {
    return zone.getTotalSeconds() == 0 ? "+00:00" : zone.getId().substring(0, 6);
  }
}
