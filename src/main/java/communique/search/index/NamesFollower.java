package communique.search.index;

import communique.briefing.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows the changes of authorities for as long as the archive runs. */
@ApplicationScoped
class NamesFollower {
  private static final System.Logger LOG = System.getLogger(NamesFollower.class.getName());
  private static final long PAUSE_SECONDS = 1;

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private FollowNames followNames;

  private @Nullable Future<?> beats;

  // Only the beats touch it, and never two beats at once.
  private boolean failing;

  void start(@Observes Startup event) {
    beats =
        timer.scheduleWithFixedDelay(this::beat, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (beats != null) {
      beats.cancel(true);
    }
  }

  private void beat() {
    try {
      while (followNames.step()) {
        failing = false;
      }
      failing = false;
    } catch (Refusal searchAway) {
      // The follower of the journal says so.
      LOG.log(System.Logger.Level.DEBUG, "the names wait for search", searchAway);
    } catch (RuntimeException e) {
      // Whatever it was, a later beat may do better; a beat that throws would be the last one.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "texts cannot be found by changed names: {0}", e);
      }
      failing = true;
    }
  }
}
