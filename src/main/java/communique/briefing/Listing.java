package communique.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
   * @throws Refusal when the limit is not 1 to 100, BAD_FORMAT when the place is one of another
   *     list
   */
  public Listing {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
    }
    if (after != null
        && after.list() != null
        && !after.list().equals(mark(office, language, only))) {
      throw new Refusal(
          Reason.BAD_FORMAT, "after", "must be a token that a page of this list gave", "" + after);
    }
  }

  /** A list that is not narrowed down any further. */
  public Listing(
      @Nullable OfficeCode office, @Nullable LanguageTag language, @Nullable Key after, int limit) {
    this(office, language, Narrowing.NONE, after, limit);
  }

  /** The place of a briefing in this list. */
  public Key placeOf(Overview overview) {
    return new Key(overview.dated(), overview.briefing().id(), mark(office, language, only));
  }

  private static String mark(
      @Nullable OfficeCode office, @Nullable LanguageTag language, Narrowing only) {
    Kind kind = only.kind();
    return QueryMark.of(
        Arrays.asList(
            office,
            language,
            kind == null ? null : kind.code(),
            only.section(),
            only.issued().from(),
            only.issued().to(),
            only.event().from(),
            only.event().to(),
            only.features().media(),
            only.features().mention(),
            only.features().subject()));
  }

  /**
   * A briefing's place in a list.
   *
   * @param list the mark of the list, whatever the length of its pages; absent from places that
   *     were told before there were marks
   */
  public record Key(LocalDate dated, UUID id, @Nullable String list) {
    private static final Pattern FORM =
        Pattern.compile(
            "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private static final char MARK = '.';

    /** A place in whatever list. */
    public Key(LocalDate dated, UUID id) {
      this(dated, id, null);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws Refusal when it is something else
     */
    public static Key parse(String token) {
      int mark = token.indexOf(MARK);
      if (mark >= 0 && QueryMark.isOne(token.substring(mark + 1))) {
        Key place = parse(token.substring(0, mark));
        return new Key(place.dated(), place.id(), token.substring(mark + 1));
      }
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
      return dated + "_" + id + (list == null ? "" : MARK + list);
    }
  }
}
