package communique.search.index;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When the index takes a step with what imports brought in, while an import is at work: indexing
 * costs twice what keeping does, so it rests nineteen times as long as its last step took. The
 * import has the machine, and what it brings in is found meanwhile, though later.
 */
final class ImportsTurn {
  private static final int REST = 19;

  private final LongSupplier clock;
  private volatile long restedAt;

  /**
   * @param clock in nanoseconds, from any beginning
   */
  ImportsTurn(LongSupplier clock) {
    this.clock = clock;
    this.restedAt = clock.getAsLong();
  }

  /** Whether it has rested. */
  boolean hasCome() {
    return clock.getAsLong() - restedAt >= 0;
  }

  /** Begins to rest after a step. */
  void ended(Duration step) {
    restedAt = clock.getAsLong() + REST * step.toNanos();
  }
}
