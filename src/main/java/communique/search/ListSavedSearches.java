package communique.search;

import communique.access.Caller;
import communique.access.Visibility;
import communique.archive.SavedSearches;
import communique.archive.Versions;
import communique.briefing.Refusal;
import communique.briefing.SavedSearch;
import communique.database.NeedsDatabase;
import communique.search.server.Deadline;
import communique.search.server.SearchServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells which searches an account has saved, and how much is new in each. */
@NeedsDatabase
@ApplicationScoped
public class ListSavedSearches {
  /** What was taken in a moment before somebody looked may not have been found then. */
  private static final Duration UNSEEN = Duration.ofSeconds(5);

  @Inject private SavedSearches searches;
  @Inject private SearchServer server;
  @Inject private SearchBriefings searchBriefings;
  @Inject private Versions versions;

  /**
   * Those of the caller's account, by name, 50 at most; what is new is what could be seen first, or
   * was changed, since its finds were looked at last. All are counted by one question to
   * Elasticsearch.
   *
   * @param visibility what counts
   * @throws Refusal NOT_AUTHENTICATED without an account
   */
  public List<Counted> list(Caller caller, Visibility visibility) {
    caller.mustHaveAccount();
    List<SavedSearch> saved = searches.of(caller.name(), SaveSearch.MOST);
    if (saved.isEmpty()) {
      return List.of();
    }
    Seen seen = Seen.by(visibility, versions);
    List<OptionalLong> counts =
        server.count(
            saved.stream().map(each -> counting(each, seen)).toList(), Deadline.ofSearch());
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < saved.size(); i++) {
      counted.add(new Counted(saved.get(i), counts.get(i)));
    }
    return counted;
  }

  private co.elastic.clients.elasticsearch.core.SearchRequest counting(
      SavedSearch saved, Seen seen) {
    SearchRequest request =
        SearchAddress.parse(saved.search())
            .request(new SearchRequest.Page(null, 1), List.of(), false);
    Filter since = new Filter.ChangedAfter(saved.seenAt().minus(UNSEEN));
    return searchBriefings.counting(seen, request, Stream.of(since));
  }

  /**
   * A saved search.
   *
   * @param found how many briefings are new in it, counted up to 10,000; empty when they cannot be
   *     counted now
   */
  public record Counted(SavedSearch saved, OptionalLong found) {}
}
