package communique.search;

import communique.access.Caller;
import communique.archive.SavedSearches;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Forgets a search that an account has saved. */
@NeedsDatabase
@ApplicationScoped
public class ForgetSearch {
  @Inject private SavedSearches searches;

  /**
   * Forgets it; doing it again changes nothing.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account
   */
  @Transactional
  public void forget(Caller caller, String name) {
    caller.mustHaveAccount();
    searches.remove(caller.name(), name);
  }
}
