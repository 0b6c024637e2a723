package communique.search;

import communique.access.Caller;
import communique.archive.SavedSearches;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.SavedSearch;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Keeps a search for the account that asks for it. */
@NeedsDatabase
@ApplicationScoped
public class SaveSearch {
  static final int MOST = 50;

  @Inject private SavedSearches searches;

  /**
   * Keeps it under a name, in place of one of that name. What it finds counts as seen now; saving
   * it again therefore tells that its finds were looked at.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account; MISSING, TOO_LONG or what {@link
   *     SearchAddress#request} has when it could not be carried out; TOO_LONG when the account has
   *     50 already
   */
  @Transactional
  public void save(Caller caller, String name, SearchAddress search) {
    caller.mustHaveAccount();
    search.request(new SearchRequest.Page(null, 1), List.of(), false);
    Instant any = Instant.EPOCH;
    SavedSearch saved = new SavedSearch(name, search.toString(), any, any);
    if (searches.put(caller.name(), saved.name(), saved.search()) > MOST) {
      throw new Refusal(
          Reason.TOO_LONG, "searches", "must be at most " + MOST + " of an account", name);
    }
  }
}
