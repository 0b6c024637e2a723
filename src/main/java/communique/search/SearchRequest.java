package communique.search;

import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.QueryMark;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param query {@link QueryText} tells how it is written; at most 500 characters in normalisation
 *     form C; blank when the filters say all
 * @param filters all of which hold
 * @param order of what is found
 * @param page which part of it
 * @param manner how it is looked for and shown
 */
public record SearchRequest(
    String query, List<Filter> filters, Order order, Page page, Manner manner) {
  private static final int LONGEST = 500;
  private static final int MOST_FILTERS = 50;

  /**
   * @throws Refusal MISSING or TOO_LONG when a rule of the fields is broken
   */
  public SearchRequest {
    query = Text.composed(query);
    filters = List.copyOf(filters);
    if (query.isBlank() && filters.isEmpty()) {
      throw new Refusal(Reason.MISSING, "query", "must be present and not blank", "");
    }
    if (query.codePointCount(0, query.length()) > LONGEST) {
      throw new Refusal(
          Reason.TOO_LONG, "query", "must have at most " + LONGEST + " characters", query);
    }
    if (filters.size() > MOST_FILTERS) {
      throw new Refusal(
          Reason.TOO_LONG, "filters", "must be at most " + MOST_FILTERS, "" + filters.size());
    }
  }

  /**
   * The same with other words.
   *
   * @throws Refusal as the constructor
   */
  SearchRequest spelled(String other) {
    return new SearchRequest(other, filters, order, page, manner);
  }

  /** The filters for a language and an office, each of which may be absent. */
  public static List<Filter> filters(@Nullable LanguageTag language, @Nullable OfficeCode office) {
    return Stream.concat(
            Stream.ofNullable(language).map(tag -> Filter.is(Facet.LANGUAGE, tag.tag())),
            Stream.ofNullable(office).map(code -> Filter.is(Facet.OFFICE, code.code())))
        .toList();
  }

  /**
   * Where the page before ended; absent for the first.
   *
   * @throws Refusal BAD_FORMAT on {@code after} when it is not the {@code next} of a page of this
   *     search
   */
  @Nullable PageToken after() {
    return page.after() == null ? null : PageToken.read(page.after(), order, mark());
  }

  /** What the pages of this search know each other by; how it is shown does not matter. */
  String mark() {
    return QueryMark.of(
        Stream.concat(
                Stream.<@Nullable Object>of(query, order.code(), manner.widened()),
                filters.stream().map(Filter::toString).sorted())
            .toList());
  }

  /**
   * A part of what is found.
   *
   * @param after the {@code next} of the page before
   * @param limit how many hits at most, 1 to 100
   */
  public record Page(@Nullable String after, int limit) {
    static final int MOST = 100;

    /**
     * @throws Refusal OUT_OF_RANGE when the limit is none
     */
    public Page {
      if (limit < 1 || limit > MOST) {
        throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
      }
    }
  }

  /** By what found briefings are counted. */
  public enum Counting {
    /** Only how many there are. */
    NOTHING,
    /** By the months under which they are filed. */
    MONTHS,
    /** By the months and all facets. */
    FACETS
  }

  /**
   * How it is looked for and shown.
   *
   * @param widened whether names are looked for in the spellings of other languages, too, and texts
   *     that hold most of the words are found after those that hold all, where these are few
   * @param preferred languages in which a briefing is shown that was found in several, the dearest
   *     first; of more than ten the first ten count
   * @param counting by what the found briefings are counted
   */
  public record Manner(boolean widened, List<LanguageTag> preferred, Counting counting) {
    /** All as it is written, in the language in which a text fits best, nothing counted. */
    public static final Manner PLAIN = new Manner(false, List.of(), Counting.NOTHING);

    private static final int MOST_PREFERRED = 10;

    public Manner {
      preferred = preferred.stream().limit(MOST_PREFERRED).toList();
    }
  }
}
