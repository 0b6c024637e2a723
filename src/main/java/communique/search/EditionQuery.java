package communique.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import communique.access.Visibility;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds what is asked of Elasticsearch.
 *
 * <p>Each way of analysis is asked by itself, and only of its own documents: words that are left
 * out in one language would otherwise be demanded of the fields of another, and a text that lacks a
 * word in one language would count as lacking it in all.
 */
final class EditionQuery {
  private static final int COUNTED = 10_000;
  private static final int LONGEST_HIGHLIGHTED = 1_000_000;
  private static final int PASSAGE = 160;

  /** More than any weight of words. */
  private static final float FIRST = 1000;

  private EditionQuery() {}

  /**
   * The whole request.
   *
   * @param corrected of which the caller sees versions that are under embargo, in place of what
   *     everybody sees
   */
  static co.elastic.clients.elasticsearch.core.SearchRequest of(
      SearchRequest request,
      Widening widening,
      Visibility visibility,
      Collection<EditionId> corrected) {
    List<Analysis> analyses = analyses(request);
    var body =
        new co.elastic.clients.elasticsearch.core.SearchRequest.Builder()
            .index(indices(visibility))
            .query(query(request, widening, visibility, corrected))
            .size(request.limit())
            .sort(sort())
            .trackTotalHits(count -> count.count(COUNTED))
            .allowPartialSearchResults(false)
            .timeout("5s")
            .source(source -> source.filter(filter -> filter.includes(FoundHit.FIELDS)))
            .highlight(
                highlight ->
                    highlight
                        .preTags(Highlight.BEGIN)
                        .postTags(Highlight.END)
                        .maxAnalyzedOffset(LONGEST_HIGHLIGHTED)
                        .fields(highlighted(analyses)));
    String after = request.after();
    return (after == null ? body : body.searchAfter(PageToken.read(after).sort())).build();
  }

  /** The ways of analysis whose texts are asked. */
  static List<Analysis> analyses(SearchRequest request) {
    LanguageTag language = request.language();
    return language == null ? Analysis.all() : List.of(Analysis.of(language));
  }

  private static List<String> indices(Visibility visibility) {
    return visibility.onlyPublic()
        ? List.of(Shelf.PUBLIC.searchedAs())
        : Arrays.stream(Shelf.values()).map(Shelf::searchedAs).toList();
  }

  private static Query query(
      SearchRequest request,
      Widening widening,
      Visibility visibility,
      Collection<EditionId> corrected) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    query.must(
        any(
            analyses(request).stream()
                .map(
                    analysis ->
                        both(
                            is("analysis", analysis.name()),
                            widened(request.query(), widening, analysis)))
                .toList()));
    LanguageTag language = request.language();
    if (language != null) {
      query.filter(is("range", language.tag()));
    }
    OfficeCode office = request.office();
    if (office != null) {
      query.filter(is("office", office.code()));
    }
    if (!visibility.onlyPublic()) {
      query.filter(seen(visibility, corrected));
    }
    return query.build()._toQuery();
  }

  /**
   * The one version of each edition that the caller sees: the restricted one where the caller may,
   * and then not the public one of which that is a correction.
   */
  private static Query seen(Visibility visibility, Collection<EditionId> corrected) {
    Query open = not(is("restricted", true));
    List<FieldValue> editions =
        corrected.stream()
            .map(each -> EditionDocument.id(each.briefing(), each.language()))
            .map(FieldValue::of)
            .toList();
    Query superseded =
        both(
            open,
            Query.of(
                query -> query.terms(in -> in.field("edition").terms(any -> any.value(editions)))));
    if (visibility.everything()) {
      return not(superseded);
    }
    List<Query> own =
        visibility.offices().stream()
            .map(OfficeCode::code)
            .sorted()
            .map(code -> is("office", code))
            .toList();
    return both(any(List.of(any(own), open)), not(superseded));
  }

  /**
   * The query as it is written, or with its names in other spellings. What is found by these only
   * comes behind all the rest: weights of words of different languages say nothing of each other.
   */
  private static Query widened(String query, Widening widening, Analysis analysis) {
    if (widening.names().isEmpty()) {
      return words(query, analysis);
    }
    Query written = first(words(query, analysis));
    if (!widening.widens(analysis)) {
      return written;
    }
    BoolQuery.Builder other = new BoolQuery.Builder();
    if (!widening.rest().isBlank()) {
      other.must(words(widening.rest(), analysis));
    }
    for (Widening.Spoken name : widening.names()) {
      List<Query> spellings = new ArrayList<>(List.of(words(name.words(), analysis)));
      name.forms(analysis).forEach(form -> spellings.add(phrase(form, analysis)));
      other.must(best(spellings));
    }
    return best(List.of(written, other.build()._toQuery()));
  }

  private static Query words(String query, Analysis analysis) {
    return SimpleQueryStringQuery.of(
            words ->
                words
                    .query(query)
                    .fields(searched(analysis))
                    .defaultOperator(Operator.And)
                    .flags(
                        SimpleQueryStringFlag.Not,
                        SimpleQueryStringFlag.Or,
                        SimpleQueryStringFlag.Phrase,
                        SimpleQueryStringFlag.Whitespace))
        ._toQuery();
  }

  private static Query phrase(String words, Analysis analysis) {
    return Query.of(
        query ->
            query.multiMatch(
                match -> match.query(words).type(TextQueryType.Phrase).fields(searched(analysis))));
  }

  private static List<String> searched(Analysis analysis) {
    List<String> fields = new ArrayList<>();
    for (TextField field : TextField.values()) {
      fields.add(field.in(analysis) + "^" + 2 * field.weight());
      if (analysis.isFolded()) {
        fields.add(field.foldedIn(analysis) + "^" + field.weight());
      }
    }
    return fields;
  }

  private static Map<String, HighlightField> highlighted(List<Analysis> analyses) {
    Map<String, HighlightField> fields = new LinkedHashMap<>();
    HighlightField passages =
        HighlightField.of(field -> field.fragmentSize(PASSAGE).numberOfFragments(2));
    for (Analysis analysis : analyses) {
      for (TextField field : TextField.values()) {
        if (field.isHighlighted()) {
          fields.put(field.in(analysis), passages);
          if (analysis.isFolded()) {
            fields.put(field.foldedIn(analysis), passages);
          }
        }
      }
    }
    return fields;
  }

  private static List<SortOptions> sort() {
    return List.of(
        SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
        SortOptions.of(
            sort ->
                sort.field(
                    field -> field.field("dated").order(SortOrder.Desc).format("strict_date"))),
        SortOptions.of(sort -> sort.field(field -> field.field("edition").order(SortOrder.Asc))));
  }

  private static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  private static Query is(String field, boolean value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  /** The first narrows what the second weighs. */
  private static Query both(Query filter, Query weighed) {
    return Query.of(query -> query.bool(bool -> bool.filter(filter).must(weighed)));
  }

  private static Query any(List<Query> queries) {
    return Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
  }

  private static Query first(Query weighed) {
    Query lift = Query.of(query -> query.matchAll(all -> all.boost(FIRST)));
    return Query.of(query -> query.bool(bool -> bool.must(weighed, lift)));
  }

  private static Query best(List<Query> queries) {
    return Query.of(query -> query.disMax(best -> best.queries(queries)));
  }

  private static Query not(Query excluded) {
    return Query.of(query -> query.bool(bool -> bool.mustNot(excluded)));
  }
}
