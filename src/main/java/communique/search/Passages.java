package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.InnerHits;
import co.elastic.clients.json.JsonData;
import communique.briefing.LanguageTag;
import communique.search.server.Analysis;
import communique.search.server.Marks;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The passages in which something was found, of the editions that are shown.
 *
 * <p>They are asked for when it is known what is shown: to look for them in all languages of a
 * briefing, and in what is thrown away, costs many times as much as to find it.
 */
final class Passages {
  private static final int LONGEST_HIGHLIGHTED = 1_000_000;
  private static final int LENGTH = 160;
  private static final int MOST_OF_A_FIELD = 2;

  private static final Found NOTHING = new Found(List.of(), List.of());

  private final EditionQuery query;
  private final Seen seen;

  Passages(EditionQuery query, Seen seen) {
    this.query = query;
    this.seen = seen;
  }

  /** Asks for those of these hits, at least one. */
  SearchRequest of(List<Hit> hits) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(
        Queries.isOneOf("briefing", hits.stream().map(hit -> hit.briefing().toString()).toList()));
    seen.filter().ifPresent(all::filter);
    hits.stream().map(Hit::language).distinct().map(this::in).forEach(all::should);
    return SearchRequest.of(
        request ->
            request
                .index(seen.indices())
                .query(all.build()._toQuery())
                .size(hits.size())
                .trackTotalHits(count -> count.enabled(false))
                .allowPartialSearchResults(false)
                .timeout("5s")
                .source(source -> source.filter(filter -> filter.includes("briefing"))));
  }

  private Query in(LanguageTag language) {
    return Query.of(
        query ->
            query.nested(
                nested ->
                    nested
                        .path(TextField.EDITIONS)
                        .query(Queries.is(TextField.path("language"), language.tag()))
                        .innerHits(marked(language))));
  }

  private InnerHits marked(LanguageTag language) {
    Analysis analysis = Analysis.of(language);
    return InnerHits.of(
        inner ->
            inner
                .name(language.tag())
                .size(1)
                .source(source -> source.fetch(false))
                .highlight(
                    highlight ->
                        highlight
                            .preTags(Marks.BEGIN)
                            .postTags(Marks.END)
                            .maxAnalyzedOffset(LONGEST_HIGHLIGHTED)
                            .fragmentSize(LENGTH)
                            .numberOfFragments(MOST_OF_A_FIELD)
                            .highlightQuery(query.marked(analysis))
                            .fields(fields(analysis))));
  }

  private static Map<String, HighlightField> fields(Analysis analysis) {
    HighlightField marked = HighlightField.of(field -> field);
    Map<String, HighlightField> fields = new LinkedHashMap<>();
    for (TextField field : TextField.values()) {
      if (field.isHighlighted()) {
        fields.put(field.pathIn(analysis), marked);
        if (analysis.isFolded()) {
          fields.put(field.foldedPathIn(analysis), marked);
        }
      }
    }
    return fields;
  }

  /** The hits with what was answered. */
  static List<Hit> into(List<Hit> hits, SearchResponse<JsonData> answer) {
    Map<UUID, Map<String, Found>> found = new LinkedHashMap<>();
    for (var briefing : answer.hits().hits()) {
      UUID id = FoundBriefing.id(briefing);
      briefing
          .innerHits()
          .forEach(
              (language, editions) ->
                  editions
                      .hits()
                      .hits()
                      .forEach(
                          edition ->
                              found
                                  .computeIfAbsent(id, none -> new LinkedHashMap<>())
                                  .put(
                                      language,
                                      passages(
                                          edition.highlight(),
                                          Analysis.of(new LanguageTag(language))))));
    }
    return hits.stream()
        .map(
            hit ->
                found
                    .getOrDefault(hit.briefing(), Map.of())
                    .getOrDefault(hit.language().tag(), NOTHING)
                    .in(hit))
        .toList();
  }

  /** What was found in an edition: passages of its body, and those of what is around it. */
  private record Found(List<List<Fragment>> ofBody, List<List<Fragment>> around) {
    Hit in(Hit hit) {
      return hit.with(Stream.concat(ofBody.stream(), around.stream()).toList(), !ofBody.isEmpty());
    }
  }

  private static Found passages(Map<String, List<String>> found, Analysis analysis) {
    return new Found(
        passages(Stream.of(TextField.BODY), found, analysis),
        passages(
            Arrays.stream(TextField.values()).filter(field -> field != TextField.BODY),
            found,
            analysis));
  }

  private static List<List<Fragment>> passages(
      Stream<TextField> fields, Map<String, List<String>> found, Analysis analysis) {
    return fields
        .flatMap(
            field -> {
              List<String> exact = found.getOrDefault(field.pathIn(analysis), List.of());
              return exact.isEmpty()
                  ? found.getOrDefault(field.foldedPathIn(analysis), List.of()).stream()
                  : exact.stream();
            })
        .map(Highlight::fragments)
        .toList();
  }
}
