package communique.readingroom.search;

import communique.briefing.names.Name;
import communique.search.Facet;
import communique.search.Facets;
import communique.search.SearchAddress;
import java.util.List;
import java.util.Objects;

/**
 * A facet and what it can be narrowed down to.
 *
 * @param name of the facet, in the words of the room
 * @param choices those that are not chosen yet, with the most first
 * @param more whether there are further values, which fewer briefings have
 * @param open whether it is shown unfolded
 */
public record FacetGroup(String name, List<Choice> choices, boolean more, boolean open) {
  private static final List<Facet> UNFOLDED = List.of(Facet.OFFICE, Facet.KIND, Facet.LANGUAGE);

  static FacetGroup of(Facet facet, Facets facets, Results results) {
    Facets.Counts counted = Objects.requireNonNull(facets.counts().get(facet));
    List<String> chosen = results.search().values(facet.code());
    List<Choice> choices =
        counted.counts().stream()
            .filter(count -> !chosen.contains(count.value()))
            .filter(count -> !results.query().contains(written(facet, count)))
            .map(count -> choice(facet, count, results))
            .toList();
    // Where all are of one sort, there is nothing to choose.
    boolean one = counted.counts().size() == 1 && chosen.isEmpty();
    return new FacetGroup(
        results.words().of("facet", facet),
        one && !facet.isOfNames() ? List.of() : choices,
        counted.others() > 0,
        UNFOLDED.contains(facet));
  }

  private static Choice choice(Facet facet, Facets.Count count, Results results) {
    Name name = count.name();
    return new Choice(
        name != null
            ? new Label(name.text(), name.language())
            : results.label(facet, count.value()),
        count.count(),
        Results.to(narrowed(results.search(), facet, count)));
  }

  // A second value of a parameter would widen what is found; in the query, both must hold.
  private static SearchAddress narrowed(SearchAddress search, Facet facet, Facets.Count count) {
    if (search.values(facet.code()).isEmpty()) {
      return search.and(facet.code(), count.value());
    }
    String query = search.value(SearchAddress.QUERY) + " " + written(facet, count);
    return search.with(SearchAddress.QUERY, List.of(query.strip()));
  }

  /** How a value is written in the search box. */
  private static String written(Facet facet, Facets.Count count) {
    Name name = facet.isOfNames() ? count.name() : null;
    String value = name == null ? count.value() : name.text().replace("\"", "");
    return facet.code() + ":\"" + value + "\"";
  }

  /**
   * A value.
   *
   * @param label to be shown
   * @param count how many briefings have it
   * @param href the address of the search with it
   */
  public record Choice(Label label, long count, String href) {}
}
