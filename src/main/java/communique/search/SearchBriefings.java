package communique.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.json.JsonData;
import communique.access.Caller;
import communique.access.Visibility;
import communique.archive.Versions;
import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds briefings by their words, and by what they are filed under. */
@NeedsDatabase
@ApplicationScoped
public class SearchBriefings {
  /** Partly under embargo at one time; of more, an insider finds the public form as well. */
  static final int MOST_CORRECTED = 10_000;

  @Inject private SearchServer server;
  @Inject private Spellings spellings;
  @Inject private KnownNames names;
  @Inject private Versions versions;

  /**
   * A page of the briefings that the caller sees and of which one edition at least holds what is
   * searched for, each once. A briefing is found within two seconds of its deposit.
   *
   * <p>When no text holds all words, those that hold most of them are found, as they are written or
   * nearly so; the page tells. A request that takes names as they are written takes all words so.
   *
   * <p>Names of known people, organisations and places are found in the spellings of other
   * languages as well, unless they are in quotation marks or the request says otherwise; the page
   * tells which.
   *
   * @throws Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now; RECORD_UNAVAILABLE
   *     when the record cannot tell what a caller sees of what is under embargo; TOO_LONG when the
   *     query has more words than it can take; BAD_FORMAT when {@code after} is not the {@code
   *     next} of a page in this order
   */
  public SearchPage search(Caller caller, SearchRequest request) {
    QueryText text = QueryText.parse(request.query(), names);
    SearchPage page = strictly(caller, request, text);
    return page.total() > 0 || !request.manner().widened()
        ? page
        : text.relaxed().map(most -> relaxed(caller, request, most, page)).orElse(page);
  }

  private SearchPage relaxed(
      Caller caller, SearchRequest request, QueryText most, SearchPage nothing) {
    try {
      SearchPage page = search(caller, request, most, Widening.none(most.clauses()));
      return page.total() > 0 ? page.insteadOf(nothing) : nothing;
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.TOO_LONG) {
        return nothing;
      }
      throw refusal;
    }
  }

  private SearchPage strictly(Caller caller, SearchRequest request, QueryText text) {
    Widening widening =
        request.manner().widened()
            ? Widening.of(text.clauses(), names)
            : Widening.none(text.clauses());
    try {
      return search(caller, request, text, widening);
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.TOO_LONG || widening.names().isEmpty()) {
        throw refusal;
      }
      // What can be found as it is written is not refused for the names in it.
      return search(caller, request, text, Widening.none(text.clauses()));
    }
  }

  private SearchPage search(
      Caller caller, SearchRequest request, QueryText text, Widening widening) {
    Visibility visibility = caller.visibility();
    List<UUID> corrected =
        visibility.onlyPublic() ? List.of() : versions.partlyEmbargoed(visibility, MOST_CORRECTED);
    BriefingQuery query = new BriefingQuery(request, text, widening);
    SearchResponse<JsonData> found = server.ask(query.of(visibility, corrected), request.query());
    var hits = found.hits().hits();
    TotalHits total = found.hits().total();
    boolean last = hits.size() < request.page().limit();
    SearchRequest.Manner manner = request.manner();
    return new SearchPage(
        total == null ? hits.size() : total.value(),
        total == null || total.relation() == TotalHitsRelation.Eq,
        once(
            hits.stream()
                .map(hit -> FoundBriefing.read(hit, query.languages(), manner.preferred()))
                .toList()),
        last ? null : PageToken.of(request.order(), hits.get(hits.size() - 1).sort()).text(),
        widening.told(query.analyses()),
        manner.facets() ? FacetCounts.read(found.aggregations(), names, first(manner)) : null,
        hits.isEmpty() && request.page().after() == null && manner.widened()
            ? spellings.suggested(request.query()).orElse(null)
            : null,
        false);
  }

  private static Optional<LanguageTag> first(SearchRequest.Manner manner) {
    return manner.preferred().stream().findFirst();
  }

  /**
   * Each briefing once. The two indices do not show a change at the same instant, so that for some
   * tenths of a second it can be in both.
   */
  private static List<Hit> once(List<Hit> hits) {
    Map<UUID, Hit> briefings = new LinkedHashMap<>();
    for (Hit hit : hits) {
      briefings.merge(
          hit.briefing(),
          hit,
          (first, other) -> first.version() >= other.version() ? first : other);
    }
    return List.copyOf(briefings.values());
  }
}
