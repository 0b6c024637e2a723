package communique.search;

import communique.briefing.names.Name;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of all found briefings there are of each sort.
 *
 * @param counts by facet; empty when they were counted by months only
 * @param months by the month under which they are filed, {@code yyyy-MM}, the first first; those
 *     without any are left out
 */
public record Facets(Map<Facet, Counts> counts, List<Count> months) {
  public Facets {
    counts = Map.copyOf(counts);
    months = List.copyOf(months);
  }

  /**
   * The values of a facet.
   *
   * @param counts at most 20, those with the most first
   * @param others how often there is one of the values that are left out
   */
  public record Counts(List<Count> counts, long others) {
    public Counts {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A value.
   *
   * @param value as it is narrowed down to
   * @param name the name to show, of people, organisations and places
   * @param count how many briefings have it
   */
  public record Count(String value, @Nullable Name name, long count) {}
}
