package communique.search.index;

import communique.briefing.index.IndexGeneration;
import communique.journal.Journal;
import communique.journal.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far the search index is behind the journal, for whoever watches the archive. */
@ApplicationScoped
class IndexLag {
  private static final double MILLIS = 1000;

  @Inject private Journal journal;
  @Inject private IndexLag self;

  private volatile @Nullable IndexGeneration followed;

  void start(@Observes Startup event, MeterRegistry registry) {
    for (Lane lane : Lane.values()) {
      Gauge.builder("communique.search.lag", () -> self.of(lane).toMillis() / MILLIS)
          .description("How long the oldest change waits that searches do not show yet")
          .baseUnit("seconds")
          .tag("lane", lane.code())
          .strongReference(true)
          .register(registry);
    }
  }

  /** Takes note of which indices there are now: those that serve, or are to. */
  void follows(IndexGeneration generation) {
    followed = generation;
  }

  /** Nothing while the indices have never been seen. */
  @Transactional
  Duration of(Lane lane) {
    IndexGeneration generation = followed;
    return generation == null
        ? Duration.ZERO
        : journal.lag(IndexGeneration.follower(generation.id()), lane);
  }
}
