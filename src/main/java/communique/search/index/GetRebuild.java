package communique.search.index;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.index.IndexGeneration;
import communique.database.NeedsDatabase;
import communique.journal.index.IndexGenerations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Tells how far a rebuild of the index is. */
@NeedsDatabase
@ApplicationScoped
public class GetRebuild {
  @Inject private IndexGenerations generations;

  /**
   * The rebuild of this identity.
   *
   * @throws Refusal when the caller is not an administrator; NOT_FOUND when there is none
   */
  @Transactional
  public IndexGeneration get(Caller caller, UUID id) {
    caller.mustAdminister();
    return generations
        .find(id)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "id", "must be a rebuild", id.toString()));
  }
}
