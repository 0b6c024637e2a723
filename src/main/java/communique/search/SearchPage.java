package communique.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many briefings were found, counted up to 10,000
 * @param totalIsExact false when there are more than were counted
 * @param hits in the order that was asked for
 * @param next what to hand in as {@code after} for the next page; absent when this is the last
 * @param widened the names that were looked for in other spellings, too
 * @param facets absent when they were not asked for
 * @param suggested the query in another spelling that is in public texts; absent when what was
 *     written was found, or there is none
 * @param relaxed whether no text holds all words, and these hold most of them
 */
public record SearchPage(
    long total,
    boolean totalIsExact,
    List<Hit> hits,
    @Nullable String next,
    List<Widened> widened,
    @Nullable Facets facets,
    @Nullable String suggested,
    boolean relaxed) {
  public SearchPage {
    hits = List.copyOf(hits);
    widened = List.copyOf(widened);
  }

  /** The same, found because nothing was found with all words. */
  SearchPage insteadOf(SearchPage nothing) {
    return new SearchPage(
        total, totalIsExact, hits, next, nothing.widened(), facets, nothing.suggested(), true);
  }
}
