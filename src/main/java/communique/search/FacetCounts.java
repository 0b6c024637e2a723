package communique.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import communique.briefing.names.Name;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has Elasticsearch count by all facets, and reads what it counted. */
final class FacetCounts {
  private static final int MOST = 20;

  /** Of each shard, so that the sums of several are right. */
  private static final int MOST_OF_A_SHARD = 200;

  private static final String MONTHS = "months";

  private static final Map<String, Aggregation> BY_MONTH =
      Map.of(
          MONTHS,
          Aggregation.of(
              by ->
                  by.dateHistogram(
                      months ->
                          months
                              .field("dated")
                              .calendarInterval(CalendarInterval.Month)
                              .format("yyyy-MM")
                              .minDocCount(1))));

  private static final Map<String, Aggregation> BY_ALL = byAll();

  private FacetCounts() {}

  private static Map<String, Aggregation> byAll() {
    Map<String, Aggregation> all = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      all.put(
          facet.code(),
          Aggregation.of(
              by ->
                  by.terms(
                      terms -> terms.field(facet.field()).size(MOST).shardSize(MOST_OF_A_SHARD))));
    }
    all.putAll(BY_MONTH);
    return Collections.unmodifiableMap(all);
  }

  static Map<String, Aggregation> asked(SearchRequest.Counting counting) {
    return switch (counting) {
      case NOTHING -> Map.of();
      case MONTHS -> BY_MONTH;
      case FACETS -> BY_ALL;
    };
  }

  /**
   * What was counted; nothing when nothing was asked for.
   *
   * @param label what a value of a facet is called
   */
  static @Nullable Facets read(
      Map<String, Aggregate> counted, BiFunction<Facet, String, Optional<Name>> label) {
    Aggregate byMonth = counted.get(MONTHS);
    if (byMonth == null) {
      return null;
    }
    Map<Facet, Facets.Counts> byFacet = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Aggregate byValue = counted.get(facet.code());
      if (byValue != null) {
        byFacet.put(facet, counts(byValue, value -> label.apply(facet, value)));
      }
    }
    return new Facets(byFacet, months(byMonth));
  }

  private static Facets.Counts counts(Aggregate counted, Function<String, Optional<Name>> label) {
    if (counted.isSterms()) {
      var terms = counted.sterms();
      return counts(
          terms.buckets().array().stream()
              .map(each -> count(each.key().stringValue(), label, each.docCount())),
          terms.sumOtherDocCount());
    }
    if (counted.isLterms()) {
      var terms = counted.lterms();
      return counts(
          terms.buckets().array().stream()
              .map(each -> count(String.valueOf(each.keyAsString()), label, each.docCount())),
          terms.sumOtherDocCount());
    }
    // Of a field that no document has yet.
    return new Facets.Counts(List.of(), 0);
  }

  private static Facets.Counts counts(Stream<Facets.Count> counts, @Nullable Long others) {
    return new Facets.Counts(counts.toList(), others == null ? 0 : others);
  }

  private static Facets.Count count(
      String value, Function<String, Optional<Name>> label, long count) {
    return new Facets.Count(value, label.apply(value).orElse(null), count);
  }

  private static List<Facets.Count> months(Aggregate counted) {
    return counted.dateHistogram().buckets().array().stream()
        .map(each -> new Facets.Count(String.valueOf(each.keyAsString()), null, each.docCount()))
        .collect(Collectors.toUnmodifiableList());
  }
}
