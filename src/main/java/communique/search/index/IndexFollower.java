package communique.search.index;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Has the indices kept for as long as the archive runs. */
@ApplicationScoped
class IndexFollower {
  @Resource private ManagedScheduledExecutorService timer;
  @Inject private KeepIndices keepIndices;

  private final List<Future<?>> running = new ArrayList<>();

  void start(@Observes Startup event) {
    begin(new Beats("the search index falls behind", () -> keepIndices.serve()));
    begin(new Beats("new search indices cannot be filled", () -> keepIndices.fill()));
  }

  private void begin(Beats beats) {
    running.add(
        timer.scheduleWithFixedDelay(beats, 0, Beats.BEAT.toMillis(), TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    running.forEach(each -> each.cancel(true));
  }
}
