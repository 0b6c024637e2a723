package communique.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.NestedQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.InnerHits;
import communique.access.Visibility;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds what is asked of Elasticsearch. */
final class BriefingQuery {
  /** The name of the inner hit that fits best. */
  static final String BEST = "best";

  private static final int COUNTED = 10_000;
  private static final int LONGEST_HIGHLIGHTED = 1_000_000;
  private static final int PASSAGE = 160;

  private final SearchRequest request;
  private final List<Clause> clauses;
  private final List<Filter> filters;
  private final Widening widening;

  /**
   * @param text the request's query, taken apart
   * @param widening the same with its names
   */
  BriefingQuery(SearchRequest request, QueryText text, Widening widening) {
    this.request = request;
    this.clauses = text.clauses();
    this.widening = widening;
    List<Filter> all = new ArrayList<>(request.filters());
    all.addAll(text.filters());
    this.filters = List.copyOf(all);
  }

  /**
   * The whole request.
   *
   * @param corrected of which the caller sees more, under embargo, than everybody does
   */
  co.elastic.clients.elasticsearch.core.SearchRequest of(
      Visibility visibility, Collection<UUID> corrected) {
    String after = request.page().after();
    var body =
        new co.elastic.clients.elasticsearch.core.SearchRequest.Builder()
            .index(indices(visibility))
            .query(found(visibility, corrected, true))
            .size(request.page().limit())
            .sort(sort(request.order()))
            .trackTotalHits(count -> count.count(COUNTED))
            .allowPartialSearchResults(false)
            .timeout("5s")
            .source(source -> source.filter(filter -> filter.includes(FoundBriefing.FIELDS)));
    if (after != null) {
      body.searchAfter(PageToken.read(after, request.order()).sort());
    }
    if (request.manner().facets()) {
      body.aggregations(FacetCounts.asked());
    }
    return body.build();
  }

  /** Asks only how many there are. */
  co.elastic.clients.elasticsearch.core.SearchRequest counting(
      Visibility visibility, Collection<UUID> corrected) {
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        count ->
            count
                .index(indices(visibility))
                .query(found(visibility, corrected, false))
                .size(0)
                .trackTotalHits(track -> track.count(COUNTED)));
  }

  /** The ways of analysis whose texts are asked. */
  List<Analysis> analyses() {
    List<Analysis> wanted =
        languages().stream().map(LanguageTag::new).map(Analysis::of).distinct().toList();
    return wanted.isEmpty() ? Analysis.all() : wanted;
  }

  /** The languages in which a briefing is wanted, any of them; empty when all are. */
  List<String> languages() {
    return filters.stream()
        .filter(filter -> filter instanceof Filter.OneOf one && one.facet() == Facet.LANGUAGE)
        .flatMap(filter -> ((Filter.OneOf) filter).values().stream())
        .toList();
  }

  /** The name of the inner hit in a language that the reader prefers. */
  static String preferred(int rank) {
    return "preferred-" + rank;
  }

  private static List<String> indices(Visibility visibility) {
    return visibility.onlyPublic()
        ? List.of(Shelf.PUBLIC.searchedAs())
        : Arrays.stream(Shelf.values()).map(Shelf::searchedAs).toList();
  }

  private Query found(Visibility visibility, Collection<UUID> corrected, boolean shown) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    if (clauses.isEmpty() && filters.isEmpty()) {
      return Query.of(nothing -> nothing.matchNone(none -> none));
    }
    if (!clauses.isEmpty()) {
      Query texts = texts(true);
      NestedQuery.Builder best = edition(texts);
      query.must((shown ? best.innerHits(shown(BEST)) : best).build()._toQuery());
      List<LanguageTag> preferred = shown ? request.manner().preferred() : List.of();
      for (int rank = 0; rank < preferred.size(); rank++) {
        Query liked = Queries.is(TextField.path("range"), preferred.get(rank).tag());
        // It weighs nothing: in which language a find is shown does not change its place.
        query.should(
            edition(Queries.both(liked, texts))
                .innerHits(shown(preferred(rank)))
                .boost(0f)
                .build()
                ._toQuery());
      }
    }
    filters.forEach(filter -> query.filter(filter(filter)));
    if (!visibility.onlyPublic()) {
      query.filter(seen(visibility, corrected));
    }
    return query.build()._toQuery();
  }

  /** What one edition has to hold. */
  private Query texts(boolean exactly) {
    List<Query> ways =
        analyses().stream()
            .map(
                analysis ->
                    Queries.both(
                        Queries.is(TextField.path("analysis"), analysis.name()),
                        new TextQuery(analysis, exactly).of(clauses, widening)))
            .toList();
    List<String> languages = languages();
    Query any = ways.size() == 1 ? ways.get(0) : Queries.any(ways);
    return languages.isEmpty()
        ? any
        : Queries.both(Queries.isOneOf(TextField.path("range"), languages), any);
  }

  private static NestedQuery.Builder edition(Query query) {
    return new NestedQuery.Builder()
        .path(TextField.EDITIONS)
        .query(query)
        .scoreMode(ChildScoreMode.Max);
  }

  private InnerHits shown(String name) {
    return InnerHits.of(
        inner ->
            inner
                .name(name)
                .size(1)
                .source(source -> source.fetch(false))
                .highlight(
                    highlight ->
                        highlight
                            .preTags(Highlight.BEGIN)
                            .postTags(Highlight.END)
                            .maxAnalyzedOffset(LONGEST_HIGHLIGHTED)
                            .highlightQuery(texts(false))
                            .fields(highlighted())));
  }

  private Map<String, HighlightField> highlighted() {
    Map<String, HighlightField> fields = new LinkedHashMap<>();
    HighlightField passages =
        HighlightField.of(field -> field.fragmentSize(PASSAGE).numberOfFragments(2));
    for (Analysis analysis : analyses()) {
      for (TextField field : TextField.values()) {
        if (field.isHighlighted()) {
          fields.put(field.pathIn(analysis), passages);
          if (analysis.isFolded()) {
            fields.put(field.foldedPathIn(analysis), passages);
          }
        }
      }
    }
    return fields;
  }

  private static Query filter(Filter filter) {
    if (filter instanceof Filter.OneOf one) {
      return Queries.isOneOf(one.facet().filteredField(), one.values());
    }
    if (filter instanceof Filter.ChangedAfter changed) {
      return Query.of(
          query ->
              query.range(
                  range ->
                      range.date(date -> date.field("changed").gt(changed.instant().toString()))));
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

  /**
   * One document of each briefing: the restricted one where the caller may see it, and then not the
   * public one.
   */
  private static Query seen(Visibility visibility, Collection<UUID> corrected) {
    Query open = Queries.not(Queries.is("restricted", true));
    List<String> briefings = corrected.stream().map(UUID::toString).toList();
    Query superseded = Queries.both(open, Queries.isOneOf("briefing", briefings));
    if (visibility.everything()) {
      return Queries.not(superseded);
    }
    List<Query> own =
        visibility.offices().stream()
            .map(OfficeCode::code)
            .sorted()
            .map(code -> Queries.is("office", code))
            .toList();
    return Queries.both(Queries.any(List.of(Queries.any(own), open)), Queries.not(superseded));
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
