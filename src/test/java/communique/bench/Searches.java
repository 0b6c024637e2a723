package communique.bench;

import communique.doors.rest.RestClient;
import communique.support.CannotRun;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What searching costs beside Elasticsearch itself: medians at one connection, of different
 * questions, each asked in all ways, in any order, so that all have the same share of whatever else
 * the machine does. Elasticsearch's cache of requests keeps only answers without hits, and these
 * have some.
 */
record Searches(RunningSystem system, Table table) {
  private static final int ROUNDS = 8;
  private static final int ROUNDS_BEFORE = 2;
  private static final int WARMING = 8;
  private static final int ROUNDS_OF_WARMING = 50;
  private static final int PATIENCE = 60;
  private static final String LANGUAGES = "Accept-Language";

  private static final List<Question> QUESTIONS =
      Vocabulary.ALL.stream().flatMap(Searches::questions).toList();

  /**
   * A question of a reader.
   *
   * @param language of the reader and the words
   */
  private record Question(String language, String words) {
    /** All that a search over REST can be asked for. */
    String path() {
      return "/api/v1/search?facets=true&" + query();
    }

    String query() {
      return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    String reads() {
      return language + ", en;q=0.5";
    }
  }

  /** One to three words of different frequency, a phrase, and a name that is known. */
  private static Stream<Question> questions(Vocabulary words) {
    return Stream.of(
            words.word(31),
            words.word(400),
            words.word(33) + " " + words.word(60),
            words.word(25) + " " + words.word(34) + " " + words.word(90),
            "\"" + words.word(20) + words.space() + words.word(21) + "\"",
            words.name())
        .map(text -> new Question(words.language(), text));
  }

  void measure() throws IOException, InterruptedException, CannotRun, GeneralSecurityException {
    Map<Question, List<HttpRequest>> recorded = recorded();
    Times search = new Times(question -> List.of(get(question, question.path())));
    Times elasticsearch = new Times(question -> recorded.getOrDefault(question, List.of()));
    Times inOneLanguage =
        new Times(
            question ->
                List.of(get(question, question.path() + "&language=" + question.language())));
    Times page = new Times(question -> List.of(get(question, "/search?" + question.query())));
    Times emptyPage = new Times(question -> List.of(get(question, "/search")));
    Times home = new Times(question -> List.of(get(question, "/")));
    List<Times> all =
        new ArrayList<>(List.of(search, elasticsearch, inOneLanguage, page, emptyPage, home));
    warmUp(List.of(search, elasticsearch, inOneLanguage, page));
    Random random = new Random(7);
    for (int round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
      for (Question question : QUESTIONS) {
        // Who asks first warms the caches of the processor for those who ask next.
        Collections.shuffle(all, random);
        for (Times times : all) {
          times.ask(question, round);
        }
      }
    }
    table.times(
        "search over REST with highlights and facets, 1 connection; floor the same requests"
            + " straight to Elasticsearch",
        elasticsearch.median(),
        search.median(),
        "1.1");
    table.times(
        "the same; floor in one language, `language=`",
        inOneLanguage.median(),
        search.median(),
        "1.5");
    beyond("first page of a search in the reading room, beyond search", page, search.median());
    beyond("`/search` in the reading room", emptyPage, 0);
    beyond("`/` in the reading room", home, 0);
  }

  // What a server does once for a search is compiled for good when it has answered some ten
  // thousand, as any that runs for a day has.
  private static void warmUp(List<Times> all) throws InterruptedException, IOException {
    List<Callable<Void>> asked =
        QUESTIONS.stream()
            .flatMap(question -> all.stream().map(times -> times.asking(question)))
            .toList();
    ExecutorService readers = Executors.newFixedThreadPool(WARMING);
    try {
      for (int i = 0; i < ROUNDS_OF_WARMING; i++) {
        for (Future<Void> each : readers.invokeAll(asked)) {
          each.get();
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      readers.shutdownNow();
    }
  }

  private void beyond(String what, Times times, double without) {
    table.note(
        what, String.format(Locale.ENGLISH, "%.1f ms", times.median() - without), "under 50 ms");
  }

  private HttpRequest get(Question question, String path) {
    return HttpRequest.newBuilder(system.httpUri().resolve(path))
        .version(HttpClient.Version.HTTP_1_1)
        .header(LANGUAGES, question.reads())
        .build();
  }

  /** What is asked for a question, one after the other. */
  private interface Way {
    List<HttpRequest> of(Question question);
  }

  /** How long the questions take in one way. */
  private final class Times {
    private final Way way;
    private final double[] millis = new double[ROUNDS * QUESTIONS.size()];
    private int count;

    private Times(Way way) {
      this.way = way;
    }

    /**
     * Asks once.
     *
     * @param round which counts from 0 on
     */
    void ask(Question question, int round) throws IOException, InterruptedException {
      List<HttpRequest> requests = way.of(question);
      long start = System.nanoTime();
      for (HttpRequest request : requests) {
        var answer = system.client().send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException(answer.statusCode() + " " + request.uri());
        }
      }
      if (round >= 0) {
        millis[count++] = (System.nanoTime() - start) / 1e6;
      }
    }

    Callable<Void> asking(Question question) {
      return () -> {
        ask(question, -1);
        return null;
      };
    }

    double median() {
      return Arrays.stream(millis, 0, count).sorted().skip(count / 2).findFirst().orElseThrow();
    }
  }

  /** What another node of this archive asks Elasticsearch for the questions. */
  private Map<Question, List<HttpRequest>> recorded()
      throws IOException, InterruptedException, CannotRun, GeneralSecurityException {
    try (SearchRecorder recorder = new SearchRecorder(system.searchUri())) {
      Map<String, String> settings = new HashMap<>(system.shared());
      settings.put("COMMUNIQUE_SEARCH_URL", recorder.uri().toString());
      try (RunningSystem node = RunningSystem.using("bench-recorded", settings)) {
        RestClient reader = RestClient.anonymous(node);
        awaitNames(reader);
        recorder.taken();
        Map<Question, List<HttpRequest>> recorded = new HashMap<>();
        for (Question question : QUESTIONS) {
          String answer = reader.get(question.path(), LANGUAGES, question.reads()).body();
          List<HttpRequest> asked = recorder.taken();
          if (asked.isEmpty() || answer.contains("\"hits\":[]")) {
            throw new IOException(question + " finds nothing: " + answer);
          }
          recorded.put(question, asked);
        }
        return recorded;
      }
    }
  }

  private static void awaitNames(RestClient reader) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      if (reader.get("search?q=Elena%20Varga").body().contains("\"widened\"")) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("names are not known in time");
  }
}
