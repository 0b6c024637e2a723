package communique.search;

import communique.access.Caller;
import communique.archive.SavedSearches;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Notes that the finds of a saved search were looked at. */
@NeedsDatabase
@ApplicationScoped
public class SeeSavedSearch {
  @Inject private SavedSearches searches;

  /**
   * Notes it; of a search that is not there any more there is nothing to note.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account
   */
  @Transactional
  public void see(Caller caller, String name) {
    caller.mustHaveAccount();
    searches.seen(caller.name(), name);
  }
}
