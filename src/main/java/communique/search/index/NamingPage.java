package communique.search.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Briefings that may name somebody, from a place in their order on.
 *
 * @param open whether what everybody sees may do so, by briefing
 * @param to up to which briefing these are all; absent when there are none behind them
 */
record NamingPage(NavigableMap<UUID, Boolean> open, @Nullable UUID to) {
  /** As in the database and in Elasticsearch. In that of Java the higher half would come later. */
  private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

  /**
   * What was found by one question.
   *
   * @param found by identity
   * @param limit how many were asked for
   */
  static NamingPage of(List<UUID> found, boolean open, int limit) {
    NavigableMap<UUID, Boolean> all = none();
    found.forEach(briefing -> all.put(briefing, open));
    return new NamingPage(all, found.size() < limit ? null : found.get(found.size() - 1));
  }

  static NavigableMap<UUID, Boolean> none() {
    return new TreeMap<>(ORDER);
  }

  /** What this and another question found, as far as both were answered. */
  NamingPage and(NamingPage other) {
    UUID end = first(to, other.to);
    NavigableMap<UUID, Boolean> both = none();
    for (NamingPage each : List.of(this, other)) {
      (end == null ? each.open : each.open.headMap(end, true))
          .forEach((briefing, isOpen) -> both.merge(briefing, isOpen, Boolean::logicalOr));
    }
    return new NamingPage(both, end);
  }

  private static @Nullable UUID first(@Nullable UUID one, @Nullable UUID other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  /** Those of which what everybody sees may name somebody, or the others. */
  List<UUID> briefings(boolean isOpen) {
    return open.entrySet().stream()
        .filter(briefing -> briefing.getValue() == isOpen)
        .map(Map.Entry::getKey)
        .toList();
  }
}
