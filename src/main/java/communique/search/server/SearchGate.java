package communique.search.server;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets searches through to Elasticsearch, but never so many that the other doors would lack threads
 * when it is slow: half of the server's threads may wait for an answer and all others but two for
 * their turn, and those not long. After some that got no answer in a row, only one in a second is
 * let through, to see whether it answers again.
 */
@Dependent
final class SearchGate {
  private static final int FEWEST_THREADS = 4;

  /** What a server is taken to come to that chooses by itself how many threads it has. */
  private static final int BY_ITSELF = 16;

  /** Threads that no search ever has. */
  private static final int KEPT = 2;

  /** How long one waits for its turn. */
  private static final Duration TURN = Duration.ofSeconds(1);

  /** After how many without an answer in a row. */
  private static final int FAILURES = 3;

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Semaphore places;
  private final int queue;
  private final LongSupplier clock;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong closedUntil;

  @Inject
  SearchGate(@ConfigProperty(name = "COMMUNIQUE_THREADS") int threads) {
    this(threads, System::nanoTime);
  }

  /**
   * @param threads how many requests the server works on at once, at first; fewer than four count
   *     as four
   * @param clock in nanoseconds, from any beginning
   */
  SearchGate(int threads, LongSupplier clock) {
    int most = threads > 0 ? Math.max(threads, FEWEST_THREADS) : BY_ITSELF;
    this.places = new Semaphore(most / 2, true);
    this.queue = Math.max(most / 2 - KEPT, 1);
    this.clock = clock;
    this.closedUntil = new AtomicLong(clock.getAsLong());
  }

  /** Whether one may go through; if it may, it must {@link #leave}. */
  boolean enter() {
    return isOpen() && (places.tryAcquire() || getsItsTurn());
  }

  private boolean getsItsTurn() {
    if (queued() >= queue) {
      return false;
    }
    try {
      return places.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How many wait for their turn, about. */
  int queued() {
    return places.getQueueLength();
  }

  /**
   * One leaves that had entered.
   *
   * @param answered whether it got an answer in time, whatever it was
   */
  void leave(boolean answered) {
    if (answered) {
      failures.set(0);
    } else {
      closedUntil.set(clock.getAsLong() + PAUSE_NANOS);
      failures.incrementAndGet();
    }
    places.release();
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
