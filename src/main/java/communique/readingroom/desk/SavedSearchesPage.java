package communique.readingroom.desk;

import communique.search.ListSavedSearches.Counted;
import communique.search.SearchAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of saved searches.
 *
 * @param searches by name
 * @param wanted one that is to be saved; empty when none is
 * @param account whose they are
 */
public record SavedSearchesPage(List<Counted> searches, SearchAddress wanted, String account) {
  private static final int NAME = 100;

  /** What a search that is to be saved may be called: its words and what narrows it down. */
  public String suggestedName() {
    String query = wanted.value(SearchAddress.QUERY);
    String others = wanted.with(SearchAddress.QUERY, List.of()).toString();
    String name =
        Stream.of(query, URLDecoder.decode(others, StandardCharsets.UTF_8))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return name.length() <= NAME ? name : name.substring(0, NAME);
  }
}
