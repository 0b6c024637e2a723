package communique.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.json.JsonData;
import communique.access.Caller;
import communique.archive.Versions;
import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Name;
import communique.database.NeedsDatabase;
import communique.search.server.Deadline;
import communique.search.server.SearchServer;
import communique.subject.SubjectNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds briefings by their words, and by what they are filed under. */
@NeedsDatabase
@ApplicationScoped
public class SearchBriefings {
  /** Fewer texts with all words than this are few: a reader sees them all at once. */
  private static final int FEW = 20;

  @Inject private SearchServer server;
  @Inject private Spellings spellings;
  @Inject private KnownNames names;
  @Inject private SubjectNames subjects;
  @Inject private Versions versions;
  @Inject private Merged merged;

  /**
   * A page of the briefings that the caller sees and of which one edition at least holds what is
   * searched for, each once. A briefing is found within two seconds of its deposit.
   *
   * <p>When few texts hold all words, those that hold most of them are found after them, as they
   * are written or nearly so; the page tells. They are not where the request takes names as they
   * are written, which then holds for all words, or wants another order than by relevance, in which
   * they could not come last.
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
    Widening widening =
        request.manner().widened()
            ? Widening.of(text.clauses(), names)
            : Widening.none(text.clauses());
    Sought sought = Sought.of(text.clauses(), widening);
    Question question =
        new Question(
            Seen.by(caller.visibility(), versions),
            request,
            filters(request, text),
            Deadline.ofSearch());
    PageToken after = request.after();
    if (after != null && after.complete() != null) {
      return page(question, found(question, sought.relax()), after.complete());
    }
    Found complete = found(question, sought);
    // A further page is one of the same finds, whatever has come in since the first.
    Found found = after == null ? relaxed(question, complete) : complete;
    return page(question, found, complete.total());
  }

  private List<Filter> filters(SearchRequest request, QueryText text) {
    return merged.followed(
        Stream.concat(request.filters().stream(), text.filters().stream()).toList());
  }

  /**
   * How many briefings a search finds, as a question.
   *
   * @param others what must hold besides
   */
  co.elastic.clients.elasticsearch.core.SearchRequest counting(
      Seen seen, SearchRequest request, Stream<Filter> others) {
    QueryText text = QueryText.parse(request.query(), names);
    Widening widening =
        request.manner().widened()
            ? Widening.of(text.clauses(), names)
            : Widening.none(text.clauses());
    List<Filter> filters = Stream.concat(filters(request, text).stream(), others).toList();
    return new BriefingQuery(request, Sought.of(text.clauses(), widening), filters).counting(seen);
  }

  /** What is the same in all steps of a search. */
  private record Question(
      Seen seen, SearchRequest request, List<Filter> filters, Deadline deadline) {
    SearchResponse<JsonData> ask(
        SearchServer server, co.elastic.clients.elasticsearch.core.SearchRequest asked) {
      return server.ask(asked, request.query(), deadline);
    }
  }

  /** With the texts that hold most of the words, where few hold all. */
  private Found relaxed(Question question, Found complete) {
    SearchRequest request = question.request();
    boolean wanted = request.manner().widened() && request.order() == Order.RELEVANCE;
    // A single word that some texts have is as it was meant.
    int fewest = complete.total() == 0 ? 1 : 2;
    if (!wanted
        || complete.total() >= FEW
        || complete.sought().words().size() < fewest
        || question.deadline().isSpent()) {
      return complete;
    }
    try {
      Found relaxed = ask(question, complete.sought().relax());
      return relaxed.total() > complete.total() ? relaxed : complete;
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.TOO_LONG || question.deadline().isSpent()) {
        return complete;
      }
      throw refusal;
    }
  }

  private Found found(Question question, Sought sought) {
    try {
      return ask(question, sought);
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.TOO_LONG || sought.widening().names().isEmpty()) {
        throw refusal;
      }
      // What can be found as it is written is not refused for the names in it.
      return ask(question, sought.asWritten());
    }
  }

  private Found ask(Question question, Sought sought) {
    SearchRequest request = question.request();
    BriefingQuery query = new BriefingQuery(request, sought, question.filters());
    return new Found(sought, query, question.ask(server, query.of(question.seen())));
  }

  /** What Elasticsearch found. */
  private record Found(Sought sought, BriefingQuery query, SearchResponse<JsonData> answer) {
    /** Those of the page. */
    List<co.elastic.clients.elasticsearch.core.search.Hit<JsonData>> hits(int limit) {
      var all = answer.hits().hits();
      return all.subList(0, Math.min(limit, all.size()));
    }

    boolean isLast(int limit) {
      return answer.hits().hits().size() <= limit;
    }

    long total() {
      TotalHits total = answer.hits().total();
      return total == null ? answer.hits().hits().size() : total.value();
    }

    boolean totalIsExact() {
      TotalHits total = answer.hits().total();
      return total == null || total.relation() == TotalHitsRelation.Eq;
    }

    /** Where a page of it ends that is not the last. */
    PageToken next(SearchRequest request, int limit, long complete) {
      return PageToken.of(
          request.order(),
          hits(limit).get(limit - 1).sort(),
          sought.relaxed() ? complete : null,
          request.mark());
    }
  }

  private SearchPage page(Question question, Found found, long complete) {
    SearchRequest request = question.request();
    SearchRequest.Manner manner = request.manner();
    int limit = request.page().limit();
    boolean nothing = complete == 0 && request.after() == null;
    return new SearchPage(
        found.total(),
        found.totalIsExact() && question.seen().isExact(),
        hits(question, found),
        found.isLast(limit) ? null : found.next(request, limit, complete).text(),
        found.sought().widening().told(found.query().analyses()),
        FacetCounts.read(
            found.answer().aggregations(), (facet, value) -> label(facet, value, manner)),
        nothing && manner.widened() ? suggested(question) : null,
        found.sought().relaxed() ? complete : found.total());
  }

  /** Another spelling of the query that finds something, if there is time to look for one. */
  private @Nullable String suggested(Question question) {
    if (question.deadline().isSpent()) {
      return null;
    }
    String query = question.request().query();
    try {
      return spellings
          .suggested(query, question.deadline())
          .filter(spelled -> finds(question, spelled))
          .orElse(null);
    } catch (Refusal refusal) {
      if (question.deadline().isSpent()) {
        return null;
      }
      throw refusal;
    }
  }

  private boolean finds(Question question, String spelled) {
    if (question.deadline().isSpent()) {
      return false;
    }
    var asked = counting(question.seen(), question.request().spelled(spelled), Stream.empty());
    return server.count(List.of(asked), question.deadline()).get(0).orElse(0) > 0;
  }

  private List<Hit> hits(Question question, Found found) {
    SearchRequest request = question.request();
    LanguageChoice languages = found.query().languages();
    var hits = found.hits(request.page().limit());
    if (!found.query().isChosenByWords()) {
      return once(
          hits.stream().map(hit -> FoundBriefing.read(hit, languages)), Hit::briefing, Hit::later);
    }
    List<Chosen> chosen =
        once(
            hits.stream().map(hit -> Chosen.of(hit, languages)),
            Chosen::briefing,
            (first, other) -> first);
    if (chosen.isEmpty()) {
      return List.of();
    }
    Passages passages = new Passages(found.query().editions(), question.seen(), request.mark());
    return Passages.read(chosen, question.ask(server, passages.of(chosen)));
  }

  private Optional<Name> label(Facet facet, String value, SearchRequest.Manner manner) {
    Optional<LanguageTag> reader = manner.preferred().stream().findFirst();
    if (facet == Facet.SUBJECT) {
      return subjects.of(value, reader.orElse(null));
    }
    return facet.isOfNames() ? names.label(UUID.fromString(value), reader) : Optional.empty();
  }

  /**
   * Each briefing once. The two indices do not show a change at the same instant, so that for some
   * tenths of a second it can be in both.
   */
  private static <T> List<T> once(
      Stream<T> finds, Function<T, UUID> briefing, BinaryOperator<T> either) {
    Map<UUID, T> briefings = new LinkedHashMap<>();
    finds.forEach(each -> briefings.merge(briefing.apply(each), each, either));
    return List.copyOf(briefings.values());
  }
}
