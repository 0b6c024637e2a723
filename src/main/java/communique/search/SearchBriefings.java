package communique.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.json.JsonData;
import communique.access.Caller;
import communique.access.Visibility;
import communique.archive.Versions;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds editions by their words. */
@NeedsDatabase
@ApplicationScoped
public class SearchBriefings {
  private static final int BAD_REQUEST = 400;

  /** Corrections under embargo at one time; of more, an insider finds what they correct as well. */
  private static final int MOST_CORRECTED = 10_000;

  @Inject private SearchServer server;
  @Inject private KnownNames names;
  @Inject private Versions versions;

  /**
   * A page of the editions that the caller sees and that hold what is searched for, the best first;
   * of equally good ones the newest. An edition is found within two seconds of its deposit.
   *
   * <p>Names of known people, organisations and places are found in the spellings of other
   * languages as well, unless they are in quotation marks or the request says otherwise; the page
   * tells which.
   *
   * @throws Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now; RECORD_UNAVAILABLE
   *     when the record cannot tell what a caller sees of what is under embargo; TOO_LONG when the
   *     query has more words than it can take; BAD_FORMAT when {@code after} is not the {@code
   *     next} of a page
   */
  public SearchPage search(Caller caller, SearchRequest request) {
    Widening widening =
        request.widened() ? Widening.of(request.query(), names) : Widening.none(request.query());
    return search(caller, request, widening);
  }

  private SearchPage search(Caller caller, SearchRequest request, Widening widening) {
    Visibility visibility = caller.visibility();
    List<EditionId> corrected =
        visibility.onlyPublic() ? List.of() : versions.corrected(visibility, MOST_CORRECTED);
    var body = EditionQuery.of(request, widening, visibility, corrected);
    try {
      return page(server.client().search(body, JsonData.class), request, widening);
    } catch (IOException e) {
      throw unavailable(e);
    } catch (ElasticsearchException e) {
      boolean tooMuch = isTooMuch(e.error());
      if (tooMuch && !widening.names().isEmpty()) {
        // What can be found as it is written is not refused for the names in it.
        return search(caller, request, Widening.none(request.query()));
      }
      if (tooMuch) {
        throw new Refusal(Reason.TOO_LONG, "query", "must have fewer words", request.query(), e);
      }
      // A malformed request would be a fault of this archive, which nobody should try again.
      throw e.status() == BAD_REQUEST ? e : unavailable(e);
    }
  }

  private static SearchPage page(
      SearchResponse<JsonData> found, SearchRequest request, Widening widening) {
    if (found.timedOut()) {
      throw unavailable(null);
    }
    var hits = found.hits().hits();
    TotalHits total = found.hits().total();
    boolean last = hits.size() < request.limit();
    return new SearchPage(
        total == null ? hits.size() : total.value(),
        total == null || total.relation() == TotalHitsRelation.Eq,
        once(hits.stream().map(FoundHit::read).toList()),
        last ? null : PageToken.of(hits.get(hits.size() - 1).sort()).text(),
        widening.told(EditionQuery.analyses(request)));
  }

  /**
   * Each edition once. The two indices do not show a change at the same instant, so that for some
   * tenths of a second a version can be in both or a newer one beside the one it supersedes.
   */
  private static List<Hit> once(List<Hit> hits) {
    Map<String, Hit> editions = new LinkedHashMap<>();
    for (Hit hit : hits) {
      editions.merge(
          EditionDocument.id(hit.briefing(), hit.language()),
          hit,
          (first, other) -> first.version() >= other.version() ? first : other);
    }
    return List.copyOf(editions.values());
  }

  private static boolean isTooMuch(ErrorCause error) {
    ErrorCause inner = error.causedBy();
    return Stream.concat(Stream.of(List.of(error)), Stream.of(error.rootCause()))
            .flatMap(List::stream)
            .map(ErrorCause::type)
            .anyMatch(
                type -> "too_many_clauses".equals(type) || "too_many_nested_clauses".equals(type))
        || (inner != null && isTooMuch(inner));
  }

  private static Refusal unavailable(@Nullable Throwable cause) {
    return new Refusal(
        Reason.SEARCH_UNAVAILABLE, "", "search is not available now; try again later", "", cause);
  }
}
