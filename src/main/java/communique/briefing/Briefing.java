package communique.briefing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing an office issued, whatever its language.
 *
 * @param id its identity, a UUID version 7 (RFC 9562)
 * @param reference for citation: office, year and number in that year, such as {@code
 *     KR-PRES/2025/000417}
 * @param office who issued it
 * @param kind what it is
 * @param eventDate the day of what it tells about
 */
public record Briefing(
    UUID id, String reference, OfficeCode office, Kind kind, @Nullable LocalDate eventDate) {

  /**
   * @throws Refusal when the event date is not one of a year of four digits
   */
  public Briefing {
    if (eventDate != null) {
      Dates.plausible("eventDate", eventDate);
    }
  }

  /** The same briefing under a reference code. */
  public Briefing withReference(String given) {
    return new Briefing(id, given, office, kind, eventDate);
  }

  /** The same briefing without what the archive gives to it: only what its office says. */
  public Briefing unidentified() {
    return new Briefing(new UUID(0, 0), "", office, kind, eventDate);
  }
}
