package communique.search;

import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param query words, all of which must occur; {@code "in this order"}, {@code -without}, {@code
 *     this | or that}; 1 to 500 characters
 * @param language only editions in this language or a variety of it: {@code zh} finds {@code
 *     zh-Hant} (RFC 4647, basic filtering)
 * @param office only what this office issued
 * @param after the {@code next} of the page before
 * @param limit how many hits at most, 1 to 100
 * @param widened whether names are looked for in the spellings of other languages, too
 */
public record SearchRequest(
    String query,
    @Nullable LanguageTag language,
    @Nullable OfficeCode office,
    @Nullable String after,
    int limit,
    boolean widened) {
  private static final int LONGEST = 500;
  private static final int MOST = 100;

  /**
   * @throws Refusal MISSING, TOO_LONG or OUT_OF_RANGE when a rule of the fields is broken
   */
  public SearchRequest {
    if (query.isBlank()) {
      throw new Refusal(Reason.MISSING, "query", "must be present and not blank", "");
    }
    if (query.codePointCount(0, query.length()) > LONGEST) {
      throw new Refusal(
          Reason.TOO_LONG, "query", "must have at most " + LONGEST + " characters", query);
    }
    if (limit < 1 || limit > MOST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
    }
  }
}
