package communique.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index up to the journal for as long as the archive runs. While that fails, it
 * tries again after pauses that grow to five seconds, and says so once, not each time.
 */
@ApplicationScoped
class IndexFollower {
  private static final System.Logger LOG = System.getLogger(IndexFollower.class.getName());
  private static final Duration BEAT = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private FollowJournal journal;

  private @Nullable Future<?> beats;

  // Only the beats touch these, and never two beats at once.
  private Duration pause = Duration.ZERO;
  private long waitingUntil = System.nanoTime();

  void start(@Observes Startup event) {
    beats = timer.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (beats != null) {
      beats.cancel(true);
    }
  }

  private void beat() {
    if (System.nanoTime() - waitingUntil < 0) {
      return;
    }
    try {
      while (journal.step()) {
        recovered();
      }
      recovered();
    } catch (IOException | ElasticsearchException e) {
      failed("Elasticsearch does not answer", e);
    } catch (RuntimeException e) {
      // Whatever it was, a later beat may do better; a beat that throws would be the last one.
      failed("the journal cannot be followed", e);
    }
  }

  private void recovered() {
    if (!pause.isZero()) {
      LOG.log(System.Logger.Level.INFO, "the search index is followed up again");
      pause = Duration.ZERO;
    }
  }

  private void failed(String what, Exception failure) {
    if (pause.isZero()) {
      LOG.log(
          System.Logger.Level.WARNING,
          what + "; the search index falls behind until it does: " + failure);
      LOG.log(System.Logger.Level.DEBUG, what, failure);
      pause = BEAT;
    } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
    waitingUntil = System.nanoTime() + pause.toNanos();
  }
}
