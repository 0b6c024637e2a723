package communique.search.index;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.index.IndexComparison;
import communique.database.NeedsDatabase;
import communique.journal.index.IndexComparisons;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Has the index that serves held against the record in the background, and mended where it is asked
 * for. Both go on to be changed meanwhile.
 */
@NeedsDatabase
@ApplicationScoped
public class CompareIndex {
  @Inject private IndexComparisons comparisons;

  /**
   * Begins a comparison, unless one is running.
   *
   * @param mending whether what differs is to be indexed again
   * @return it, or the one that is running already
   * @throws Refusal when the caller is not an administrator; SEARCH_UNAVAILABLE when no index
   *     serves now
   */
  @Transactional
  public IndexComparison begin(Caller caller, boolean mending) {
    caller.mustAdminister();
    comparisons.begin(Shelf.SCHEMA, mending, caller.name());
    return comparisons
        .last()
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.SEARCH_UNAVAILABLE, "", "there is no index that serves now", ""));
  }

  /**
   * The last comparison, whether it is over or not.
   *
   * @throws Refusal when the caller is not an administrator
   */
  @Transactional
  public Optional<IndexComparison> last(Caller caller) {
    caller.mustAdminister();
    return comparisons.last();
  }
}
