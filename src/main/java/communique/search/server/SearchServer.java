package communique.search.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import co.elastic.clients.transport.instrumentation.NoopInstrumentation;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The connection to Elasticsearch 8.19 or 9. It need not be there when the archive starts. */
@ApplicationScoped
public class SearchServer {
  /** How much longer than a question may take it takes to come and go. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  /** Several lots of documents take a busy machine longer than anybody waits for a search. */
  private static final Duration FOR_LOTS = Duration.ofSeconds(30);

  private static final int BAD_REQUEST = 400;
  private static final String SLOW = "Elasticsearch did not look through all in time";

  /** One address or several, separated by commas. */
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_URL", defaultValue = "http://localhost:9200")
  private String url;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_API_KEY")
  private Optional<String> apiKey;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_USER")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_PASSWORD")
  private Optional<String> password;

  @Inject private IndexLayout layout;
  @Inject private SearchGate gate;
  @Inject private RefusedSearches refused;
  @Resource private ManagedScheduledExecutorService executor;

  private @Nullable ElasticsearchClient client;

  @PostConstruct
  void connect() {
    List<URI> addresses =
        Arrays.stream(url.split(",", -1)).map(String::strip).map(URI::create).toList();
    List<BasicHeader> headers =
        authorization().stream()
            .map(value -> new BasicHeader(HttpHeaders.AUTHORIZATION, value))
            .toList();
    client = client(new ElasticsearchNodes(addresses, headers, executor));
  }

  /** A client that asks these nodes; it is closed with them. */
  public static ElasticsearchClient client(ElasticsearchNodes nodes) {
    return new ElasticsearchClient(
        new ElasticsearchTransportBase(
            nodes, null, new SimpleJsonpMapper(), NoopInstrumentation.INSTANCE) {});
  }

  /** The client, which may be used by several threads at once. */
  public ElasticsearchClient client() {
    if (client == null) {
      throw new IllegalStateException("the archive has stopped");
    }
    return client;
  }

  /** The same, for many documents at once: it waits longer for answers. */
  public ElasticsearchClient clientForLots() {
    return client().withTransportOptions(new Patience(FOR_LOTS));
  }

  /**
   * Asks the only question of a search.
   *
   * @param query what a reader wrote, to be told when it cannot be answered
   * @throws Refusal as {@link #ask(SearchRequest, String, Deadline)}
   */
  public SearchResponse<JsonData> ask(SearchRequest request, String query) {
    return ask(request, query, Deadline.ofSearch());
  }

  /**
   * Asks a question. When Elasticsearch is slow or away, most are refused at once ({@link
   * SearchGate}).
   *
   * @param query what a reader wrote, to be told when it cannot be answered
   * @param deadline of the whole search
   * @throws Refusal SEARCH_UNAVAILABLE when there is no whole answer in time; TOO_LONG when the
   *     query has more words than it can take
   */
  public SearchResponse<JsonData> ask(SearchRequest request, String query, Deadline deadline) {
    Duration left = deadline.left();
    SearchRequest timed = timed(request, left);
    try {
      SearchResponse<JsonData> answer =
          answer(client -> client.search(timed, JsonData.class), left, each -> !each.timedOut());
      if (answer.timedOut()) {
        throw unavailable(SLOW);
      }
      return answer;
    } catch (IOException e) {
      throw unavailable(e);
    } catch (ElasticsearchException e) {
      if (isTooMuch(e.error())) {
        throw new Refusal(Reason.TOO_LONG, "query", "must have fewer words", query, e);
      }
      // A malformed request would be a fault of this archive, which nobody should try again.
      throw e.status() == BAD_REQUEST ? e : unavailable(e);
    }
  }

  /**
   * How many each of several questions finds, by one journey.
   *
   * @param questions with their indices, queries and how far to count
   * @param deadline of the whole search
   * @return for each of them; empty where there is no whole answer in time
   */
  public List<OptionalLong> count(List<SearchRequest> questions, Deadline deadline) {
    Duration left = deadline.left();
    try {
      List<RequestItem> items = questions.stream().map(question -> item(question, left)).toList();
      return answer(
              client -> client.msearch(several -> several.searches(items), JsonData.class),
              left,
              SearchServer::areInTime)
          .responses()
          .stream()
          .map(this::total)
          .toList();
    } catch (IOException | ElasticsearchException e) {
      refused.because(e);
    } catch (Refusal notNow) {
      // It was noted why.
    }
    return Collections.nCopies(questions.size(), OptionalLong.empty());
  }

  private static boolean areInTime(MsearchResponse<JsonData> answers) {
    return answers.responses().stream()
        .noneMatch(answer -> answer.isResult() && answer.result().timedOut());
  }

  private static RequestItem item(SearchRequest question, Duration left) {
    return RequestItem.of(
        item ->
            item.header(
                    header ->
                        header
                            .index(question.index())
                            .preference(question.preference())
                            .allowPartialSearchResults(false))
                .body(
                    body ->
                        body.query(question.query())
                            .size(0)
                            .timeout(left.toSeconds() + "s")
                            .trackTotalHits(question.trackTotalHits())));
  }

  private OptionalLong total(MultiSearchResponseItem<JsonData> answer) {
    if (answer.isFailure()) {
      refused.because(answer.failure().error());
      return OptionalLong.empty();
    }
    if (answer.result().timedOut()) {
      refused.because(SLOW);
      return OptionalLong.empty();
    }
    TotalHits total = answer.result().hits().total();
    return OptionalLong.of(total == null ? 0 : total.value());
  }

  /** Something that is asked of Elasticsearch. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  // Whatever Elasticsearch answers in time is an answer; what ends otherwise has got none.
  private <T> T answer(Question<T> question, Duration left, Predicate<T> inTime)
      throws IOException {
    if (!gate.enter()) {
      throw unavailable("Elasticsearch answers none or too slowly for all that ask");
    }
    boolean answered = false;
    try {
      T answer = question.ask(client().withTransportOptions(new Patience(left.plus(ON_THE_WAY))));
      answered = inTime.test(answer);
      return answer;
    } catch (ElasticsearchException e) {
      answered = true;
      throw e;
    } finally {
      gate.leave(answered);
    }
  }

  private SearchRequest timed(SearchRequest request, Duration left) {
    SearchRequest.Builder timed = request.rebuild().timeout(left.toSeconds() + "s");
    // Each shard by itself would weigh words by how rare they are in it.
    return layout.isDivided()
        ? timed.searchType(SearchType.DfsQueryThenFetch).build()
        : timed.build();
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

  private Refusal unavailable(String why) {
    refused.because(why);
    return refusal(null);
  }

  private Refusal unavailable(Throwable cause) {
    refused.because(cause);
    return refusal(cause);
  }

  private static Refusal refusal(@Nullable Throwable cause) {
    return new Refusal(
        Reason.SEARCH_UNAVAILABLE, "", "search is not available now; try again later", "", cause);
  }

  @PreDestroy
  void disconnect() {
    try {
      client().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> authorization() {
    if (apiKey.isPresent()) {
      return apiKey.map(key -> "ApiKey " + key);
    }
    return user.map(
        name -> {
          String pair = name + ":" + password.orElse("");
          return "Basic "
              + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        });
  }
}
