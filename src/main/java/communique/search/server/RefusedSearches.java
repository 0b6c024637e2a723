package communique.search.server;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whoever runs the archive why searches are refused, which their callers are not told. Of
 * many within ten seconds it tells of the first, and later how many there were.
 */
@Dependent
final class RefusedSearches {
  private static final System.Logger LOG = System.getLogger(RefusedSearches.class.getName());
  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  /** Of a reason that Elasticsearch gives, in characters. */
  private static final int TOLD = 300;

  private final LongSupplier clock;
  private final Consumer<String> log;
  private final AtomicLong quietUntil;
  private final AtomicLong untold = new AtomicLong();

  RefusedSearches() {
    this(System::nanoTime, line -> LOG.log(System.Logger.Level.WARNING, line));
  }

  /**
   * @param clock in nanoseconds, from any beginning
   * @param log takes what is told
   */
  RefusedSearches(LongSupplier clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
    this.quietUntil = new AtomicLong(clock.getAsLong());
  }

  void because(Throwable failure) {
    because(
        failure instanceof ElasticsearchException answer
            ? answer.status() + " " + told(answer.error())
            : failure.toString());
  }

  void because(ErrorCause error) {
    because(told(error));
  }

  void because(String why) {
    long until = quietUntil.get();
    long now = clock.getAsLong();
    if (now - until >= 0 && quietUntil.compareAndSet(until, now + PAUSE_NANOS)) {
      long others = untold.getAndSet(0);
      log.accept(
          "refused a search: " + why + (others == 0 ? "" : ", and " + others + " others before"));
    } else {
      untold.incrementAndGet();
    }
  }

  // What failed in one shard says more than that all have failed.
  private static String told(ErrorCause error) {
    return Stream.concat(Stream.of(error), error.rootCause().stream())
        .map(cause -> cause.type() + ": " + cause.reason())
        .map(cause -> cause.length() <= TOLD ? cause : cause.substring(0, TOLD))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
