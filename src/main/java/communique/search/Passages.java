package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.InnerHits;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.json.JsonData;
import communique.briefing.LanguageTag;
import communique.search.server.Analysis;
import communique.search.server.Marks;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of found briefings: the chosen editions, with the passages in which something was
 * found.
 *
 * <p>It is asked for when it is known what is shown: to look for passages in all languages of a
 * briefing, and in what is thrown away, costs many times as much as to find it.
 */
final class Passages {
  private static final int LONGEST_HIGHLIGHTED = 1_000_000;
  private static final int LENGTH = 160;
  private static final int MOST_OF_A_FIELD = 2;

  private final EditionQuery query;
  private final Seen seen;
  private final String mark;

  /**
   * @param mark of the search
   */
  Passages(EditionQuery query, Seen seen, String mark) {
    this.query = query;
    this.seen = seen;
    this.mark = mark;
  }

  /** Asks for those of these editions, at least one. */
  SearchRequest of(Collection<Chosen> chosen) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(
        Queries.isOneOf(
            "briefing", chosen.stream().map(each -> each.briefing().toString()).toList()));
    seen.filter().ifPresent(all::filter);
    List<LanguageTag> languages = chosen.stream().map(Chosen::language).distinct().toList();
    languages.stream().map(this::in).forEach(all::should);
    List<String> indices = seen.indices();
    return SearchRequest.of(
        request ->
            request
                .index(indices)
                .preference(mark)
                .query(all.build()._toQuery())
                // For some tenths of a second a briefing can be in both indices.
                .size(chosen.size() * indices.size())
                .trackTotalHits(count -> count.enabled(false))
                .allowPartialSearchResults(false)
                .source(
                    source ->
                        source.filter(filter -> filter.includes(FoundBriefing.fields(languages)))));
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

  /**
   * The hits, each once, in the order of what was asked for; without those that are not there any
   * more.
   */
  static List<Hit> read(Collection<Chosen> chosen, SearchResponse<JsonData> answer) {
    Map<UUID, LanguageTag> languages =
        chosen.stream().collect(Collectors.toMap(Chosen::briefing, Chosen::language));
    Map<UUID, Hit> hits = new HashMap<>();
    for (var found : answer.hits().hits()) {
      UUID id = FoundBriefing.id(found);
      LanguageTag language = Objects.requireNonNull(languages.get(id));
      FoundBriefing.read(found, language)
          .map(hit -> marked(hit, found.innerHits().get(language.tag())))
          .ifPresent(hit -> hits.merge(id, hit, Hit::later));
    }
    return chosen.stream().flatMap(each -> Stream.ofNullable(hits.get(each.briefing()))).toList();
  }

  private static Hit marked(Hit hit, @Nullable InnerHitsResult editions) {
    if (editions == null || editions.hits().hits().isEmpty()) {
      return hit;
    }
    Map<String, List<String>> found = editions.hits().hits().get(0).highlight();
    Analysis analysis = Analysis.of(hit.language());
    List<List<Fragment>> ofBody = passages(Stream.of(TextField.BODY), found, analysis);
    List<List<Fragment>> around =
        passages(
            Arrays.stream(TextField.values()).filter(field -> field != TextField.BODY),
            found,
            analysis);
    return hit.with(Stream.concat(ofBody.stream(), around.stream()).toList(), !ofBody.isEmpty());
  }

  private static List<List<Fragment>> passages(
      Stream<TextField> fields, Map<String, List<String>> found, Analysis analysis) {
    return fields
        .flatMap(
            field -> {
              List<String> exact = found.getOrDefault(field.pathIn(analysis), List.of());
              return exact.isEmpty() && analysis.isFolded()
                  ? found.getOrDefault(field.foldedPathIn(analysis), List.of()).stream()
                  : exact.stream();
            })
        .map(Highlight::fragments)
        .toList();
  }
}
