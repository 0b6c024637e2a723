package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.briefing.Briefing;
import communique.briefing.Version;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts texts into the record and looks for them through the REST door. */
public final class Searcher {
  /** How long a test waits for what is not about time, on a machine that may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** As the archive's own: what comes later is listed before. */
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);

  private final RunningSystem system;
  private final RunningSystem asked;

  public Searcher(RunningSystem system) {
    this(system, system);
  }

  /**
   * One that looks elsewhere.
   *
   * @param asked the node that it asks
   */
  public Searcher(RunningSystem system, RunningSystem asked) {
    this.system = system;
    this.asked = asked;
  }

  public Version deposit(String language, @Nullable String headline, String text)
      throws SQLException {
    return add(Samples.version(briefing("XV-PRES"), language, 1, headline, text), null);
  }

  public static Briefing briefing(String office) {
    return Samples.briefing(IDENTITIES.generate(), office + "/2025/" + NUMBERS.incrementAndGet());
  }

  public Version add(Version version, @Nullable Duration embargo) throws SQLException {
    try (Connection database = system.database()) {
      new RecordWriter(database).add(version, embargo);
    }
    return version;
  }

  public void awaitFound(Version version, String query, String parameters) throws Exception {
    await(() -> editions(found(query, parameters)).contains(id(version)));
  }

  public static void await(Callable<Boolean> condition) throws Exception {
    await(condition, PATIENCE);
  }

  /** For what takes the longer the more is in the archive. */
  public static void await(Callable<Boolean> condition, Duration patience) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience);
      Thread.sleep(50);
    }
  }

  public HttpResponse<String> found(String query, String parameters) throws Exception {
    return get(search(asked.httpUri(), query, parameters), null);
  }

  public HttpResponse<String> foundAs(String account, String query) throws Exception {
    String pair = account + ":" + system.password(account);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return get(search(asked.httpsUri(), query, ""), "Basic " + basic);
  }

  private static URI search(URI base, String query, String parameters) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return base.resolve("/api/v1/search?q=" + encoded + parameters);
  }

  /** What a reader finds who likes these languages. */
  public HttpResponse<String> foundBy(String languages, String query) throws Exception {
    return foundBy(languages, query, "");
  }

  public HttpResponse<String> foundBy(String languages, String query, String parameters)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(search(system.httpUri(), query, parameters))
            .header("Accept-Language", languages)
            .build();
    return system.client().send(request, BodyHandlers.ofString());
  }

  public String suggested(String beginning) throws Exception {
    String encoded = URLEncoder.encode(beginning, StandardCharsets.UTF_8);
    return get(system.httpUri().resolve("/api/v1/search/suggestions?q=" + encoded), null).body();
  }

  public HttpResponse<String> similar(Version version) throws Exception {
    return get(
        system
            .httpUri()
            .resolve(
                "/api/v1/briefings/"
                    + version.briefing().id()
                    + "/"
                    + version.language()
                    + "/similar"),
        null);
  }

  /** The page after this one. */
  public HttpResponse<String> next(HttpResponse<String> page) throws Exception {
    return get(asked.httpUri().resolve(json(page).getString("next")), null);
  }

  private HttpResponse<String> get(URI uri, @Nullable String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return asked.client().send(request.build(), BodyHandlers.ofString());
  }

  public static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  public static JsonArray hits(HttpResponse<String> answer) {
    JsonArray hits = json(answer).getJsonArray("hits");
    return hits == null ? JsonArray.EMPTY_JSON_ARRAY : hits;
  }

  public static List<String> editions(HttpResponse<String> answer) {
    return hits(answer).getValuesAs(JsonObject.class).stream()
        .map(hit -> hit.getString("briefing") + "_" + hit.getString("language"))
        .toList();
  }

  public static List<Integer> versions(HttpResponse<String> answer) {
    return hits(answer).getValuesAs(JsonObject.class).stream()
        .map(hit -> hit.getInt("version"))
        .toList();
  }

  public static String id(Version version) {
    return version.briefing().id() + "_" + version.language();
  }

  /** A word that is in no other text, and the same in all languages. */
  public static String mark() {
    return "mark" + UUID.randomUUID().toString().replace("-", "");
  }
}
