package communique.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.NestedQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.InnerHits;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import communique.briefing.LanguageTag;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.List;

/** Builds what is asked of Elasticsearch. */
final class BriefingQuery {
  /** More than a briefing has editions, and as many inner hits as an index gives by default. */
  private static final int ALL_EDITIONS = 100;

  private static final int COUNTED = 10_000;

  /** Not even the identity, which is that of the briefing. */
  private static final String NONE = "_none_";

  private static final SourceConfig NOTHING = SourceConfig.of(source -> source.fetch(false));

  /** Of the editions that hold what is looked for, those that fit best first. */
  private static final InnerHits LANGUAGES =
      InnerHits.of(
          inner ->
              inner
                  .size(ALL_EDITIONS)
                  .source(NOTHING)
                  .storedFields(NONE)
                  .docvalueFields(field -> field.field(Chosen.FIELD)));

  private static final SourceConfig ANY_EDITION =
      SourceConfig.of(source -> source.filter(filter -> filter.includes(FoundBriefing.FIELDS)));

  private final SearchRequest request;
  private final Sought sought;
  private final List<Filter> filters;

  /** Any of which a briefing has to have; empty when it may be in any. */
  private final List<LanguageTag> wanted;

  /**
   * @param filters all of which hold
   */
  BriefingQuery(SearchRequest request, Sought sought, List<Filter> filters) {
    this.request = request;
    this.sought = sought;
    this.filters = List.copyOf(filters);
    this.wanted = wanted(filters);
  }

  /** The whole request, but for passages. */
  co.elastic.clients.elasticsearch.core.SearchRequest of(Seen seen) {
    PageToken after = request.after();
    var body =
        new co.elastic.clients.elasticsearch.core.SearchRequest.Builder()
            .index(seen.indices())
            .preference(request.mark())
            .query(found(seen, true))
            // One more tells whether there is a next page.
            .size(request.page().limit() + 1)
            .sort(sort(request.order()))
            .trackTotalHits(count -> count.count(COUNTED))
            .allowPartialSearchResults(false)
            .source(isChosenByWords() ? NOTHING : ANY_EDITION);
    if (after != null) {
      body.searchAfter(after.sort());
    }
    return body.aggregations(FacetCounts.asked(request.manner().counting())).build();
  }

  /**
   * Whether the edition that is shown is one that holds the words; what is shown of it is asked for
   * then when it is known ({@link Passages}).
   */
  boolean isChosenByWords() {
    return !sought.clauses().isEmpty();
  }

  /** Asks only how many there are. */
  co.elastic.clients.elasticsearch.core.SearchRequest counting(Seen seen) {
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        count ->
            count
                .index(seen.indices())
                .preference(request.mark())
                .query(found(seen, false))
                .size(0)
                .trackTotalHits(track -> track.count(COUNTED)));
  }

  /** What is asked of editions. */
  EditionQuery editions() {
    return new EditionQuery(sought, analyses(), wanted);
  }

  /** The ways of analysis whose texts are asked. */
  List<Analysis> analyses() {
    return wanted.isEmpty()
        ? Analysis.all()
        : wanted.stream().map(Analysis::of).distinct().toList();
  }

  /** In which languages finds are shown. */
  LanguageChoice languages() {
    return new LanguageChoice(wanted, request.manner().preferred());
  }

  private static List<LanguageTag> wanted(List<Filter> filters) {
    return filters.stream()
        .filter(filter -> filter instanceof Filter.OneOf one && one.facet() == Facet.LANGUAGE)
        .flatMap(filter -> ((Filter.OneOf) filter).values().stream())
        .map(LanguageTag::new)
        .toList();
  }

  private Query found(Seen seen, boolean shown) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    if (sought.clauses().isEmpty() && filters.isEmpty()) {
      return Query.of(nothing -> nothing.matchNone(none -> none));
    }
    if (isChosenByWords()) {
      NestedQuery.Builder edition =
          new NestedQuery.Builder()
              .path(TextField.EDITIONS)
              .query(editions().found())
              .scoreMode(ChildScoreMode.Max);
      query.must((shown ? edition.innerHits(LANGUAGES) : edition).build()._toQuery());
    }
    filters.forEach(filter -> query.filter(filter(filter)));
    seen.filter().ifPresent(query::filter);
    return query.build()._toQuery();
  }

  private static Query filter(Filter filter) {
    if (filter instanceof Filter.OneOf one) {
      return Queries.isOneOf(one.facet().field(), one.values());
    }
    if (filter instanceof Filter.ChangedAfter changed) {
      return Query.of(
          query ->
              query.range(
                  range ->
                      range.date(date -> date.field("changed").gt(changed.instant().toString()))));
    }
    if (filter instanceof Filter.Without without) {
      return Queries.not(filter(without.unwanted()));
    }
    if (filter instanceof Filter.Either either) {
      return Queries.any(either.alternatives().stream().map(BriefingQuery::filter).toList());
    }
    Filter.Days days = (Filter.Days) filter;
    return Query.of(
        query ->
            query.range(
                range ->
                    range.date(
                        dated -> {
                          dated.field("dated").format("strict_date");
                          if (days.from() != null) {
                            dated.gte(days.from().toString());
                          }
                          if (days.to() != null) {
                            dated.lte(days.to().toString());
                          }
                          return dated;
                        })));
  }

  private static List<SortOptions> sort(Order order) {
    SortOptions score = SortOptions.of(sort -> sort.score(by -> by.order(SortOrder.Desc)));
    return switch (order) {
      case RELEVANCE -> List.of(score, dated(SortOrder.Desc), identity(SortOrder.Desc));
      case NEWEST -> List.of(dated(SortOrder.Desc), identity(SortOrder.Desc));
      case OLDEST -> List.of(dated(SortOrder.Asc), identity(SortOrder.Asc));
      case CHANGED ->
          List.of(by("changed", SortOrder.Desc, "strict_date_time"), identity(SortOrder.Desc));
    };
  }

  // What came in later has the greater identity.
  private static SortOptions identity(SortOrder order) {
    return SortOptions.of(sort -> sort.field(by -> by.field("briefing").order(order)));
  }

  private static SortOptions dated(SortOrder order) {
    return by("dated", order, "strict_date");
  }

  private static SortOptions by(String field, SortOrder order, String format) {
    return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order).format(format)));
  }
}
