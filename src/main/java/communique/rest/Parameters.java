package communique.rest;

import communique.briefing.Dates;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of requests; what cannot be read is refused by its name. */
final class Parameters {
  private Parameters() {}

  static int number(String field, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be a whole number", text);
    }
    return Integer.parseInt(text);
  }

  /** Yes or no. */
  static boolean yes(String field, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new Refusal(Reason.UNKNOWN_VALUE, field, "must be true or false", text);
    }
    return text.equals("true");
  }

  /** A position in the journal of what is public, or 0. */
  static long position(String field, String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be a position, a whole number", text);
    }
    return Long.parseLong(text);
  }

  /**
   * A day (RFC 3339, full-date), or nothing when there is no text.
   *
   * @throws Refusal BAD_FORMAT when it is something else; OUT_OF_RANGE when its year has not four
   *     digits
   */
  static @Nullable LocalDate day(String field, @Nullable String text) {
    try {
      return text == null ? null : Dates.plausible(field, LocalDate.parse(text));
    } catch (DateTimeException e) {
      String rule = "must be a day such as 2025-07-24";
      throw new Refusal(Reason.BAD_FORMAT, field, rule, text == null ? "" : text, e);
    }
  }

  /**
   * What {@code Accept-Language} says, the dearest first. A header that cannot be read is as if it
   * had not been sent (RFC 9110, section 12.5.4).
   */
  static List<LanguageRange> languages(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return List.of();
    }
    try {
      return LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  static @Nullable OfficeCode office(@Nullable String text) {
    return text == null || text.isEmpty() ? null : new OfficeCode(text);
  }

  static @Nullable LanguageTag language(@Nullable String text) {
    return text == null || text.isEmpty() ? null : new LanguageTag(text);
  }

  static Listing.@Nullable Key key(@Nullable String text) {
    return text == null || text.isEmpty() ? null : Listing.Key.parse(text);
  }
}
