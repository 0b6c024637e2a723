package communique.search.index;

import communique.briefing.Refusal;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Follows the changes of authorities for as long as the archive runs. */
@ApplicationScoped
class NamesFollower {
  private static final System.Logger LOG = System.getLogger(NamesFollower.class.getName());
  private static final long PAUSE_MILLISECONDS = 1_000;

  private final Beat beat = new Beat("texts cannot be found by changed names", this::follow);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private FollowNames followNames;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }

  private boolean follow() {
    try {
      return followNames.step();
    } catch (Refusal searchAway) {
      // The follower of the journal says so.
      LOG.log(System.Logger.Level.DEBUG, "the names wait for search", searchAway);
      return false;
    }
  }
}
