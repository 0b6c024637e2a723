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
  @Inject private SearchBriefings searchBriefings;

  /**
   * Keeps it under a name, in place of one of that name. What it finds counts as seen now.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account; MISSING, TOO_LONG or what {@link
   *     SearchAddress#request} and {@link SearchBriefings} have when it could not be carried out;
   *     TOO_LONG when the account has 50 already
   */
  @Transactional
  public void save(Caller caller, String name, SearchAddress search) {
    SavedSearch saved = checked(caller, name, search);
    searches.put(caller.name(), saved.name(), saved.search());
    mustBeFew(caller, name);
  }

  /**
   * Keeps it under a name that no other search of the account has.
   *
   * @throws Refusal REFERENCE_REUSED when another has it; else as {@link #save}
   */
  @Transactional
  public void add(Caller caller, String name, SearchAddress search) {
    SavedSearch saved = checked(caller, name, search);
    if (!searches.add(caller.name(), saved.name(), saved.search())) {
      throw new Refusal(
          Reason.REFERENCE_REUSED, "name", "must not be that of another saved search", name);
    }
    mustBeFew(caller, name);
  }

  private SavedSearch checked(Caller caller, String name, SearchAddress search) {
    caller.mustHaveAccount();
    mustBePossible(search.request(new SearchRequest.Page(null, 1), List.of(), false));
    return new SavedSearch(name, search.toString(), Instant.EPOCH, Instant.EPOCH);
  }

  private void mustBePossible(SearchRequest request) {
    try {
      searchBriefings.search(Caller.ANONYMOUS, request);
    } catch (Refusal refusal) {
      // What cannot be tried now may be kept.
      if (refusal.reason() != Reason.SEARCH_UNAVAILABLE) {
        throw refusal;
      }
    }
  }

  private void mustBeFew(Caller caller, String name) {
    if (searches.count(caller.name()) > MOST) {
      throw new Refusal(
          Reason.TOO_LONG, "searches", "must be at most " + MOST + " of an account", name);
    }
  }
}
