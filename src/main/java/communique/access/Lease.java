package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Tells again what a look at the database found a moment ago. Whoever changes what is looked for
 * waits for longer than {@link #HOLDS} after the commit, so that once a change is acknowledged no
 * node relies on what was before.
 *
 * @param <Q> what is looked for
 * @param <A> what is found
 */
public final class Lease<Q, A> {
  /** For how long after its beginning a look is relied on. */
  public static final Duration HOLDS = Duration.ofMillis(20);

  private static final long NANOS = HOLDS.toNanos();
  private static final int MOST = 10_000;

  private final Function<Q, A> look;
  private final LongSupplier clock;
  // It expires only so that the memory is given back.
  private final Cache<Q, Found<A>> found =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(1)).build();

  /**
   * @param look finds it; what it throws is not remembered
   */
  Lease(Function<Q, A> look) {
    this(look, System::nanoTime);
  }

  Lease(Function<Q, A> look, LongSupplier clock) {
    this.look = look;
    this.clock = clock;
  }

  A get(Q asked) {
    Found<A> known = found.getIfPresent(asked);
    long age = known == null ? NANOS : clock.getAsLong() - known.began;
    // Early and by one, so that the others need not wait for it.
    boolean renewed = known != null && age > NANOS / 2 && known.renewing.compareAndSet(false, true);
    return known != null && age < NANOS && !renewed ? known.answer : look(asked);
  }

  private A look(Q asked) {
    long began = clock.getAsLong();
    A answer = look.apply(asked);
    found.put(asked, new Found<>(answer, began, new AtomicBoolean()));
    return answer;
  }

  private record Found<A>(A answer, long began, AtomicBoolean renewing) {}
}
