package communique.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many briefings were found, counted up to 10,000
 * @param totalIsExact false when there are more than were counted, or when so many briefings are
 *     partly under embargo that some may have been counted twice
 * @param hits in the order that was asked for
 * @param next what to hand in as {@code after} for the next page; absent when this is the last
 * @param widened the names that were looked for in other spellings, too
 * @param facets absent when they were not asked for
 * @param suggested the query in another spelling that is in public texts; absent when what was
 *     written was found, or there is none
 * @param complete how many of them hold all words; the others come after them, hold most of the
 *     words, and are there only when these are few
 */
public record SearchPage(
    long total,
    boolean totalIsExact,
    List<Hit> hits,
    @Nullable String next,
    List<Widened> widened,
    @Nullable Facets facets,
    @Nullable String suggested,
    long complete) {
  public SearchPage {
    hits = List.copyOf(hits);
    widened = List.copyOf(widened);
  }

  /** Whether there are some among them that hold only most of the words. */
  public boolean relaxed() {
    return complete < total;
  }
}
