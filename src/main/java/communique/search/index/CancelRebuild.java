package communique.search.index;

import communique.access.Caller;
import communique.briefing.Refusal;
import communique.briefing.index.IndexGeneration;
import communique.database.NeedsDatabase;
import communique.journal.index.IndexGenerations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Gives a rebuild of the index up; the index that serves goes on to do so. */
@NeedsDatabase
@ApplicationScoped
public class CancelRebuild {
  @Inject private IndexGenerations generations;
  @Inject private GetRebuild getRebuild;

  /**
   * Gives it up, if it has not ended.
   *
   * @return it, as it is now
   * @throws Refusal when the caller is not an administrator; NOT_FOUND when there is none
   */
  @Transactional
  public IndexGeneration cancel(Caller caller, UUID id) {
    caller.mustAdminister();
    generations.cancel(id);
    return getRebuild.get(caller, id);
  }
}
