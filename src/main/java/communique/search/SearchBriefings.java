package communique.search;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds briefings by their text. */
@ApplicationScoped
public class SearchBriefings {

  /**
   * A page of what is found.
   *
   * @throws Refusal SEARCH_UNAVAILABLE when the index cannot be reached
   */
  public SearchPage search(Caller caller, SearchRequest request) {
    throw new Refusal(Reason.SEARCH_UNAVAILABLE, "", "search cannot be reached now", "");
  }
}
