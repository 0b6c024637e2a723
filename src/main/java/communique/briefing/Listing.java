package communique.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which briefings to list, the newest first.
 *
 * @param office only this office's
 * @param language only those with an edition in it
 * @param only what else is asked for
 * @param after only those that follow this one in the list
 * @param limit how many, 1 to 100
 */
public record Listing(
    @Nullable OfficeCode office,
    @Nullable LanguageTag language,
    Narrowing only,
    @Nullable Key after,
    int limit) {
  /** How many a page may have. */
  public static final int MOST = 100;

  /**
   * @throws Refusal when the limit is not 1 to 100
   */
  public Listing {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
    }
  }

  /** A list that is not narrowed down any further. */
  public Listing(
      @Nullable OfficeCode office, @Nullable LanguageTag language, @Nullable Key after, int limit) {
    this(office, language, Narrowing.NONE, after, limit);
  }

  /** A briefing's place in the list. */
  public record Key(LocalDate dated, UUID id) {
    private static final Pattern FORM =
        Pattern.compile(
            "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The place of a briefing. */
    public static Key of(Overview overview) {
      return new Key(overview.dated(), overview.briefing().id());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws Refusal when it is something else
     */
    public static Key parse(String token) {
      Matcher form = FORM.matcher(token);
      if (!form.matches()) {
        throw unreadable(token, null);
      }
      try {
        return new Key(LocalDate.parse(form.group(1)), UUID.fromString(form.group(2)));
      } catch (DateTimeParseException e) {
        throw unreadable(token, e);
      }
    }

    private static Refusal unreadable(String token, @Nullable Exception cause) {
      return new Refusal(
          Reason.BAD_FORMAT, "after", "must be a token that a page before gave", token, cause);
    }

    @Override
    public String toString() {
      return dated + "_" + id;
    }
  }
}
