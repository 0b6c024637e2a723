package communique.search.index;

import communique.journal.index.IndexRequests;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How long requests wait that do not say since when: whatever has a position was there when the
 * first one from that position on was seen.
 */
final class Waits {
  /** The times at which newer ones are seen while others wait; between two of them it is exact. */
  private static final int MOST = 10_000;

  private final LongSupplier nanoTime;
  private final TreeMap<Long, Long> seen = new TreeMap<>();

  Waits(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes note of those that wait, and tells how long the first of them does. */
  synchronized Duration seen(Optional<IndexRequests.Open> open) {
    if (open.isEmpty()) {
      seen.clear();
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    seen.headMap(open.get().first(), false).clear();
    if (seen.isEmpty() || (seen.lastKey() < open.get().last() && seen.size() < MOST)) {
      seen.put(open.get().last(), now);
    }
    Map.Entry<Long, Long> first = seen.firstEntry();
    return Duration.ofNanos(now - first.getValue());
  }
}
