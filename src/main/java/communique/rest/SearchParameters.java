package communique.rest;

import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.search.Facet;
import communique.search.Filter;
import communique.search.Order;
import communique.search.SearchRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is searched for, and writes it into addresses. */
final class SearchParameters {
  private static final String FEW = "20";

  private final MultivaluedMap<String, String> given;

  SearchParameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  /**
   * The search.
   *
   * @param preferred in which languages what was found is best shown
   * @throws Refusal naming the parameter that cannot be read
   */
  SearchRequest request(List<LanguageTag> preferred) {
    List<Filter> filters = filters();
    String query = text("q").orElse("");
    return new SearchRequest(
        filters.isEmpty() ? Parameters.words(query) : query,
        filters,
        text("order").map(code -> Coded.of(Order.class, "order", code)).orElse(Order.RELEVANCE),
        new SearchRequest.Page(
            text("after").orElse(null), Parameters.number("limit", text("limit").orElse(FEW))),
        new SearchRequest.Manner(
            Parameters.yes("widen", text("widen").orElse("true")),
            preferred,
            Parameters.yes("facets", text("facets").orElse("false"))));
  }

  private List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<String> values =
          given.getOrDefault(facet.code(), List.of()).stream()
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        filters.add(new Filter.OneOf(facet, values));
      }
    }
    LocalDate from = Parameters.day("from", text("from").orElse(null));
    LocalDate to = Parameters.day("to", text("to").orElse(null));
    if (from != null || to != null) {
      filters.add(new Filter.Days(from, to));
    }
    return filters;
  }

  /** The address of the page after this one. */
  @Nullable String next(@Nullable String token) {
    if (token == null) {
      return null;
    }
    String same =
        given.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("after"))
            .flatMap(
                parameter ->
                    parameter.getValue().stream()
                        .map(value -> pair(parameter.getKey(), Objects.requireNonNull(value))))
            .collect(Collectors.joining("&"));
    return RestApplication.ROOT + "/search?" + same + "&" + pair("after", token);
  }

  private static String pair(String name, String value) {
    return Addresses.encoded(name) + "=" + Addresses.encoded(value);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(given.getFirst(name)).filter(value -> !value.isEmpty());
  }
}
