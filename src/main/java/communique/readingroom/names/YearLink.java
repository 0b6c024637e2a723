package communique.readingroom.names;

import communique.briefing.names.Authority;
import communique.readingroom.page.Query;
import communique.search.Facets;
import communique.search.SearchPage;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A year of which there are briefings.
 *
 * @param year as it is written
 * @param count how many briefings are filed under it
 * @param href the address of these alone
 * @param chosen whether they are shown now
 */
public record YearLink(String year, long count, String href, boolean chosen) {

  /** The years of all that was found, the newest first. */
  static List<YearLink> of(SearchPage all, Authority authority, @Nullable Year chosen) {
    Facets facets = all.facets();
    if (facets == null) {
      return List.of();
    }
    Map<Year, Long> years =
        facets.months().stream()
            .collect(
                Collectors.groupingBy(
                    month -> Year.of(YearMonth.parse(month.value()).getYear()),
                    () -> new TreeMap<Year, Long>(Comparator.reverseOrder()),
                    Collectors.summingLong(Facets.Count::count)));
    return years.entrySet().stream()
        .map(
            each ->
                new YearLink(
                    each.getKey().toString(),
                    each.getValue(),
                    Query.to(NamedPage.address(authority)).with("year", each.getKey()).toString(),
                    each.getKey().equals(chosen)))
        .toList();
  }
}
