package communique.soap.security;

import communique.briefing.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** The time in which a message counts: five minutes from its creation, on clocks that differ. */
final class Window {
  /** How old a message may be. */
  static final Duration OLDEST = Duration.ofMinutes(5);

  /** By how much its sender's clock may be ahead. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  private static final List<QName> COMPLETE =
      List.of(new QName(Names.WSU, "Created"), new QName(Names.WSU, "Expires"));

  private final Clock clock;

  Window(Clock clock) {
    this.clock = clock;
  }

  /**
   * Demands that a Timestamp counts now.
   *
   * @throws Refusal NOT_AUTHENTICATED when it does not, has no time of creation, or times without
   *     their zone
   */
  void check(Element timestamp) {
    List<Element> times = Elements.of(timestamp);
    List<QName> names = Elements.names(timestamp);
    if (!names.equals(COMPLETE) && !names.equals(COMPLETE.subList(0, 1))) {
      throw Rejected.because("Timestamp", "must have Created, and Expires after it at most", "");
    }
    Instant created = created("Timestamp.Created", SecurityHeader.text(times.get(0)));
    if (times.size() == 2) {
      String text = SecurityHeader.text(times.get(1));
      Instant expires = instant("Timestamp.Expires", text);
      if (!expires.isAfter(created) || !expires.isAfter(clock.instant())) {
        throw Rejected.because("Timestamp.Expires", "must be after Created, and to come", text);
      }
    }
  }

  /**
   * A time of creation that counts now.
   *
   * @throws Refusal NOT_AUTHENTICATED when it does not, or is without its zone
   */
  Instant created(String field, String text) {
    Instant created = instant(field, text);
    Instant now = clock.instant();
    if (!created.isAfter(now.minus(OLDEST)) || created.isAfter(now.plus(AHEAD))) {
      throw Rejected.because(
          field, "must be at most five minutes ago, and not to come, by the archive's clock", text);
    }
    return created;
  }

  private static Instant instant(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Rejected.because(
          field, "must be date, time and zone, such as 2025-07-24T06:00:00Z", text, e);
    }
  }
}
