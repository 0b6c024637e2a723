package communique.readingroom.desk;

import communique.search.ListSavedSearches.Counted;
import communique.search.SearchAddress;
import java.util.List;

/**
 * The page of saved searches.
 *
 * @param searches by name
 * @param wanted one that is to be saved; empty when none is
 * @param account whose they are
 */
public record SavedSearchesPage(List<Counted> searches, SearchAddress wanted, String account) {
  private static final int NAME = 100;

  /** What a search that is to be saved may be called. */
  public String suggestedName() {
    String query = wanted.value(SearchAddress.QUERY);
    String name = query.isEmpty() ? wanted.toString() : query;
    return name.length() <= NAME ? name : name.substring(0, NAME);
  }
}
