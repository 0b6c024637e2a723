package communique.search;

import communique.access.Caller;
import communique.archive.SavedSearches;
import communique.archive.Versions;
import communique.authority.KnownNames;
import communique.briefing.Refusal;
import communique.briefing.SavedSearch;
import communique.database.NeedsDatabase;
import communique.search.server.SearchServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells which searches an account has saved, and how much is new in each. */
@NeedsDatabase
@ApplicationScoped
public class ListSavedSearches {
  /** What was taken in a moment before somebody looked may not have been found then. */
  private static final Duration UNSEEN = Duration.ofSeconds(5);

  @Inject private SavedSearches searches;
  @Inject private SearchServer server;
  @Inject private KnownNames names;
  @Inject private Versions versions;

  /**
   * Those of the caller's account, by name, 50 at most; what is new is what the caller sees and
   * could be seen first, or was changed, since its finds were looked at last. All are counted by
   * one question to Elasticsearch.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account; SEARCH_UNAVAILABLE when Elasticsearch
   *     cannot answer now
   */
  public List<Counted> list(Caller caller) {
    caller.mustHaveAccount();
    List<SavedSearch> saved = searches.of(caller.name(), SaveSearch.MOST);
    if (saved.isEmpty()) {
      return List.of();
    }
    Seen seen = Seen.by(caller.visibility(), versions);
    List<co.elastic.clients.elasticsearch.core.SearchRequest> questions =
        saved.stream().map(each -> query(each).counting(seen)).toList();
    List<Long> counts = server.count(questions);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < saved.size(); i++) {
      counted.add(new Counted(saved.get(i), counts.get(i)));
    }
    return counted;
  }

  private BriefingQuery query(SavedSearch saved) {
    SearchRequest whole =
        SearchAddress.parse(saved.search())
            .request(new SearchRequest.Page(null, 1), List.of(), false);
    List<Filter> filters = new ArrayList<>(whole.filters());
    filters.add(new Filter.ChangedAfter(saved.seenAt().minus(UNSEEN)));
    SearchRequest newer =
        new SearchRequest(whole.query(), filters, whole.order(), whole.page(), whole.manner());
    QueryText text = QueryText.parse(newer.query(), names);
    Widening widening =
        newer.manner().widened()
            ? Widening.of(text.clauses(), names)
            : Widening.none(text.clauses());
    return new BriefingQuery(newer, Sought.of(text.clauses(), widening), text.filters());
  }

  /**
   * A saved search.
   *
   * @param found how many briefings are new in it, counted up to 10,000
   */
  public record Counted(SavedSearch saved, long found) {}
}
