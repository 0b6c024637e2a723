package communique.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many editions were found, counted up to 10,000
 * @param totalIsExact false when there are more than were counted
 * @param hits the best first
 * @param next what to hand in as {@code after} for the next page; absent when this is the last
 * @param widened the names that were looked for in other spellings, too
 */
public record SearchPage(
    long total,
    boolean totalIsExact,
    List<Hit> hits,
    @Nullable String next,
    List<Widened> widened) {}
