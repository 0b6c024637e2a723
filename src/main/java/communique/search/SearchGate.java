package communique.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets searches through to Elasticsearch, but never so many that the other doors would lack threads
 * when it is slow. After some that got no answer in a row, only one in a second is let through, to
 * see whether it answers again.
 */
final class SearchGate {
  /** How many may wait for an answer at once. */
  private static final int MOST = 32;

  /** After how many without an answer in a row. */
  private static final int FAILURES = 3;

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong closedUntil;

  /**
   * @param clock in nanoseconds, from any beginning
   */
  SearchGate(LongSupplier clock) {
    this.clock = clock;
    this.closedUntil = new AtomicLong(clock.getAsLong());
  }

  /** Whether one may go through; if it may, it must {@link #leave}. */
  boolean enter() {
    if (!isOpen()) {
      return false;
    }
    if (waiting.incrementAndGet() > MOST) {
      waiting.decrementAndGet();
      return false;
    }
    return true;
  }

  /**
   * One leaves that had entered.
   *
   * @param answered whether it got an answer, whatever it was
   */
  void leave(boolean answered) {
    if (answered) {
      failures.set(0);
    } else {
      closedUntil.set(clock.getAsLong() + PAUSE_NANOS);
      failures.incrementAndGet();
    }
    waiting.decrementAndGet();
  }

  private boolean isOpen() {
    if (failures.get() < FAILURES) {
      return true;
    }
    long until = closedUntil.get();
    long now = clock.getAsLong();
    // Who moves the time on is the one that tries.
    return now - until >= 0 && closedUntil.compareAndSet(until, now + PAUSE_NANOS);
  }
}
