package communique.search;

import communique.briefing.Coded;
import communique.briefing.Dates;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands in an address, the same for every door: {@code q}, the facets by their
 * names, {@code from}, {@code to}, {@code order} and {@code widen}. Two addresses that mean the
 * same are equal.
 */
public final class SearchAddress {
  /** The words. */
  public static final String QUERY = "q";

  /** The first day. */
  public static final String FROM = "from";

  /** The last day. */
  public static final String TO = "to";

  /** The order. */
  public static final String ORDER = "order";

  /** Whether names are looked for in other spellings. */
  public static final String WIDEN = "widen";

  /** The parameters of one value each. */
  public static final List<String> SINGLE = List.of(QUERY, FROM, TO, ORDER, WIDEN);

  /** The parameters of which each may have several values, one of which must hold. */
  public static final List<String> SEVERAL =
      Arrays.stream(Facet.values()).map(Facet::code).toList();

  private static final List<String> NAMES =
      Stream.of(Stream.of(QUERY), SEVERAL.stream(), Stream.of(FROM, TO, ORDER, WIDEN))
          .flatMap(names -> names)
          .toList();

  private final Map<String, List<String>> values;

  private SearchAddress(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Takes what belongs to a search out of the parameters of an address; the rest is ignored. */
  public static SearchAddress of(Map<String, List<String>> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      List<String> given =
          parameters.getOrDefault(name, List.of()).stream()
              .filter(value -> !value.isBlank())
              .distinct()
              .toList();
      if (!given.isEmpty() && !isUsual(name, given.get(0))) {
        values.put(name, given);
      }
    }
    return new SearchAddress(values);
  }

  /** Reads what {@link #toString} wrote. */
  public static SearchAddress parse(String written) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String parameter : written.split("&", -1)) {
      int is = parameter.indexOf('=');
      if (is > 0) {
        values
            .computeIfAbsent(parameter.substring(0, is), none -> new ArrayList<>())
            .add(decoded(parameter.substring(is + 1)));
      }
    }
    return of(values);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_FORMAT, "search", "must be percent-encoded", value, e);
    }
  }

  private static boolean isUsual(String name, String value) {
    return (name.equals(WIDEN) && value.equals("true"))
        || (name.equals(ORDER) && value.equals(Order.RELEVANCE.code()));
  }

  /** Whether it says nothing that could be found. */
  public boolean isEmpty() {
    return values.keySet().stream().allMatch(name -> name.equals(ORDER) || name.equals(WIDEN));
  }

  /** The values of a parameter; empty when it is not there. */
  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The value of a parameter that has one; empty when it is not there. */
  public String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  /** The same search with a value more. */
  public SearchAddress and(String name, String value) {
    return with(name, Stream.concat(values(name).stream(), Stream.of(value)).toList());
  }

  /** The same search without a value. */
  public SearchAddress without(String name, String value) {
    return with(name, values(name).stream().filter(each -> !each.equals(value)).toList());
  }

  /** The same search with these values and no others of a parameter. */
  public SearchAddress with(String name, List<String> wanted) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, wanted);
    return of(changed);
  }

  /**
   * What is searched for.
   *
   * @param facets whether what is found is counted by all facets
   * @throws Refusal naming the parameter that cannot be read; MISSING on {@code q} when there is
   *     nothing to be found
   */
  public SearchRequest request(
      SearchRequest.Page page, List<LanguageTag> preferred, boolean facets) {
    if (isEmpty()) {
      throw new Refusal(Reason.MISSING, QUERY, "must be present and not blank", "");
    }
    return new SearchRequest(
        value(QUERY),
        filters(),
        first(ORDER).map(code -> Coded.of(Order.class, ORDER, code)).orElse(Order.RELEVANCE),
        page,
        new SearchRequest.Manner(
            first(WIDEN).map(SearchAddress::yes).orElse(true),
            preferred,
            facets ? SearchRequest.Counting.FACETS : SearchRequest.Counting.NOTHING));
  }

  private List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<String> wanted = values(facet.code());
      if (!wanted.isEmpty()) {
        filters.add(new Filter.OneOf(facet, wanted));
      }
    }
    LocalDate from = first(FROM).map(text -> day(FROM, text)).orElse(null);
    LocalDate to = first(TO).map(text -> day(TO, text)).orElse(null);
    if (from != null || to != null) {
      filters.add(new Filter.Days(from, to));
    }
    return filters;
  }

  private Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  private static LocalDate day(String name, String text) {
    try {
      return Dates.plausible(name, LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, name, "must be a day such as 2025-07-24", text, e);
    }
  }

  private static boolean yes(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new Refusal(Reason.UNKNOWN_VALUE, WIDEN, "must be true or false", text);
    }
    return text.equals("true");
  }

  /**
   * The parameters as they stand in an address (RFC 3986, section 3.4), without a question mark.
   */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(
                        value ->
                            parameter.getKey()
                                + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchAddress address && values.equals(address.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
