package communique.search.index;

import communique.briefing.index.IndexGeneration;
import communique.journal.index.RefusedDocuments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What was refused and how far a rebuild is, for whoever watches the archive. */
@ApplicationScoped
class IndexGauges {
  @Inject private RefusedDocuments refused;
  @Inject private GenerationWork work;
  @Inject private IndexGauges self;

  void start(@Observes Startup event, MeterRegistry registry) {
    Gauge.builder("communique.search.parked", () -> self.parked())
        .description("Documents that Elasticsearch refused time and again")
        .strongReference(true)
        .register(registry);
    Gauge.builder("communique.search.rebuilt", () -> self.rebuilt())
        .description(
            "The part of the record that new indices are filled with; 1 when there are none")
        .strongReference(true)
        .register(registry);
  }

  /** How many documents are parked. */
  @Transactional
  long parked() {
    return refused.countParked();
  }

  /** From 0 to 1. */
  double rebuilt() {
    return work.now().filling().map(IndexGeneration::fill).map(IndexGauges::part).orElse(1.0);
  }

  private static double part(IndexGeneration.Fill fill) {
    return fill.briefings() == 0 ? 1 : Math.min(1, (double) fill.done() / fill.briefings());
  }
}
