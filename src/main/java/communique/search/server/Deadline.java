package communique.search.server;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** Until when a search is to be answered, however many questions it asks for that. */
public final class Deadline {
  private static final Duration WHOLE = Duration.ofSeconds(5);

  /** For what a search cannot be answered without, however late it is asked. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier clock;
  private final long end;

  /**
   * @param clock in nanoseconds, from any beginning
   */
  Deadline(LongSupplier clock) {
    this.clock = clock;
    this.end = clock.getAsLong() + WHOLE.toNanos();
  }

  /** That of a search that begins now: five seconds. */
  public static Deadline ofSearch() {
    return new Deadline(System::nanoTime);
  }

  /** Whether nothing more should be asked but what is needed for an answer. */
  public boolean isSpent() {
    return end - clock.getAsLong() <= 0;
  }

  /**
   * How long the next question may take: what is left, in begun seconds, since Elasticsearch keeps
   * answers only to what is asked by the same letters; one second at least.
   */
  Duration left() {
    Duration left = Duration.ofNanos(end - clock.getAsLong() + A_SECOND - 1);
    return left.compareTo(LEAST) < 0 ? LEAST : left.truncatedTo(ChronoUnit.SECONDS);
  }
}
