package communique.search.index;

import communique.authority.ChangedAuthorities;
import communique.briefing.index.IndexGeneration;
import communique.journal.Journal;
import communique.journal.Lane;
import communique.journal.index.IndexRequests;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far the search index is behind the journal, for whoever watches the archive. */
@ApplicationScoped
class IndexLag {
  private static final double MILLIS = 1000;

  @Inject private Journal journal;
  @Inject private IndexRequests requests;
  @Inject private ChangedAuthorities authorities;
  @Inject private IndexLag self;

  private final Waits waits = new Waits(System::nanoTime);
  private volatile @Nullable IndexGeneration followed;

  void start(@Observes Startup event, MeterRegistry registry) {
    for (Lane lane : Lane.values()) {
      tell(lane.code(), () -> self.of(lane), registry);
    }
    tell("requested", () -> self.ofRequests(), registry);
    tell("names", () -> self.ofNames(), registry);
  }

  private static void tell(String lane, Supplier<Duration> lag, MeterRegistry registry) {
    Gauge.builder("communique.search.lag", () -> lag.get().toMillis() / MILLIS)
        .description("How long the oldest change waits that searches do not show yet")
        .baseUnit("seconds")
        .tag("lane", lane)
        .strongReference(true)
        .register(registry);
  }

  /** Takes note of which indices there are now: those that serve, or are to. */
  void follows(IndexGeneration generation) {
    followed = generation;
    self.ofRequests();
  }

  /** Nothing while the indices have never been seen. */
  @Transactional
  Duration of(Lane lane) {
    IndexGeneration generation = followed;
    return generation == null
        ? Duration.ZERO
        : journal.lag(IndexGeneration.follower(generation.id()), lane);
  }

  /**
   * How long briefings wait that are asked to be indexed again, since this node has seen it; it
   * looks with each beat.
   */
  @Transactional
  Duration ofRequests() {
    IndexGeneration generation = followed;
    return generation == null
        ? Duration.ZERO
        : waits.seen(requests.open(IndexGeneration.follower(generation.id())));
  }

  /** How long the first changed name waits for the texts to be looked for that have it. */
  @Transactional
  Duration ofNames() {
    return authorities.lag();
  }
}
