package communique.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.names.Name;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has Elasticsearch count by all facets, and reads what it counted. */
final class FacetCounts {
  private static final int MOST = 20;

  /** Of each shard, so that the sums of several are right. */
  private static final int MOST_OF_A_SHARD = 200;

  private static final String MONTHS = "months";

  private FacetCounts() {}

  static Map<String, Aggregation> asked() {
    Map<String, Aggregation> asked = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      asked.put(
          facet.code(),
          Aggregation.of(
              by ->
                  by.terms(
                      terms -> terms.field(facet.field()).size(MOST).shardSize(MOST_OF_A_SHARD))));
    }
    asked.put(
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
    return asked;
  }

  /**
   * What was counted.
   *
   * @param reader in whose language names are told
   */
  static Facets read(
      Map<String, Aggregate> counted, KnownNames names, Optional<LanguageTag> reader) {
    Map<Facet, Facets.Counts> byFacet = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Function<String, Optional<Name>> label =
          value ->
              facet.isOfNames() ? names.label(UUID.fromString(value), reader) : Optional.empty();
      byFacet.put(facet, counts(Objects.requireNonNull(counted.get(facet.code())), label));
    }
    return new Facets(byFacet, months(Objects.requireNonNull(counted.get(MONTHS))));
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

  private static Facets.Counts counts(
      Stream<Facets.Count> counts, @org.jspecify.annotations.Nullable Long others) {
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
