package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching through the REST door, in what the follower has indexed of the record. */
@ExtendWith(RunningSystem.Shared.class)
class SearchIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  /** How long a test waits for what is not about time, on a machine that may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);

  private final RunningSystem system;

  SearchIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({
    "de, das erste Telefonat mit dem Präsidenten, Telefonate",
    "de, das erste Telefonat mit dem Präsidenten, Praesident",
    "de, die Stärkung der Zusammenarbeit, der Zusammenarbeit",
    "en, The presidents agreed on cooperation, cooperating president",
    "fr, Le président a salué les accords, accord",
    "es, Los presidentes acordaron cooperar, presidente",
    "pt, Os presidentes conversaram, presidente",
    "ru, Президент провёл телефонный разговор, разговоры",
    "ar, أجرى الرئيس مكالمة هاتفية, الرئيس",
    "ko, 대통령은 카자흐스탄 대통령과 통화했다, 대통령",
    "ja, 大統領は電話会談を行った, 電話会談",
    "zh-Hans, 总统与哈萨克斯坦总统通电话, 哈萨克斯坦",
    "vi, Tổng thống điện đàm, tong thong",
    "sv, Statsministern talade med presidenten, statsministern",
    "id, Presiden melakukan pembicaraan, bicara"
  })
  void a_text_is_found_by_another_form_of_its_words(String language, String text, String query)
      throws Exception {
    String mark = mark();
    Version version = deposit(language, null, text + " " + mark);

    String asked = query + " " + mark;
    awaitFound(version, asked, "&language=" + language);
    assertThat(editions(found(asked, ""))).as("in all languages").containsExactly(id(version));
  }

  @Test
  void what_was_deposited_is_found_within_two_seconds() throws Exception {
    List<Duration> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String mark = mark();
      Version version = deposit("de", null, mark);
      long start = System.nanoTime();
      awaitFound(version, mark, "&language=de");
      taken.add(Duration.ofNanos(System.nanoTime() - start));
    }

    assertThat(Collections.min(taken)).as("on a machine that may be busy").isLessThan(PROMISED);
  }

  @Test
  void a_headline_weighs_more_than_a_body() throws Exception {
    String mark = mark();
    Version body = deposit("en", "Another thing", mark);
    Version headline = deposit("en", mark, "Other words, as many as there are in the one above.");
    awaitFound(body, mark, "");
    awaitFound(headline, mark, "");

    assertThat(editions(found(mark, ""))).containsExactly(id(headline), id(body));
  }

  @Test
  void names_captions_and_the_reference_code_are_searched() throws Exception {
    String mark = mark();
    Version version = deposit("de", null, mark);
    awaitFound(version, mark, "");

    String reference = version.briefing().reference();
    for (String query : List.of("Toqajew", "Hyelin", "Fernsprecher", reference)) {
      assertThat(editions(found(query + " " + mark, ""))).as(query).containsExactly(id(version));
    }
  }

  @Test
  void what_was_found_is_marked_without_mark_up() throws Exception {
    String mark = mark();
    Version version = deposit("de", null, "<b>Erstes</b> Telefonat " + mark);
    awaitFound(version, mark, "");

    JsonObject hit = hits(found("Telefonate " + mark, "")).getJsonObject(0);
    assertThat(hit.getJsonArray("highlights").toString())
        .contains("{\"text\":\"<b>Erstes</b> \",\"match\":false}")
        .contains("{\"text\":\"Telefonat\",\"match\":true}");
    assertThat(hit.getString("lead")).startsWith("<b>Erstes</b>");
    assertThat(hit).doesNotContainKey("headline");
  }

  @Test
  void quotes_minus_and_bar_mean_what_readers_expect() throws Exception {
    String mark = mark();
    Version first = deposit("en", null, "alpha beta gamma " + mark);
    Version second = deposit("de", null, "beta alpha " + mark);
    awaitFound(first, mark, "");
    awaitFound(second, mark, "");

    assertThat(editions(found("\"alpha beta\" " + mark, ""))).containsExactly(id(first));
    assertThat(editions(found("alpha -gamma " + mark, ""))).containsExactly(id(second));
    assertThat(editions(found(mark + " -gamma", ""))).containsExactly(id(second));
    assertThat(editions(found("alpha nowhereatall " + mark, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "-",
        "|",
        "||",
        "(((",
        ")",
        "a |",
        "| a",
        "\\",
        "*",
        "~",
        "a~99",
        "\"a\"~5",
        "-a",
        "+",
        "der die das",
        "{}",
        "\uD83D\uDE00",
        "!",
        "a\u0000b",
        "-\"a b",
        "\uE000x\uE001",
        "/.*/",
        "field:value",
        "_id:1",
        "<script>",
        "%",
        "'; drop table version"
      })
  void no_query_breaks_the_search(String query) throws Exception {
    assertThat(found(query, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_query_of_very_many_words_is_answered_or_refused() throws Exception {
    assertThat(found("a b ".repeat(125), "").statusCode()).isIn(200, 400);
    assertThat(found("대".repeat(500), "").statusCode()).isIn(200, 400);
    assertThat(found("x".repeat(501), "").statusCode()).isEqualTo(400);
  }

  @Test
  void pages_follow_each_other_without_gap_or_repeat() throws Exception {
    String mark = mark();
    List<String> deposited = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Version version = deposit("en", null, mark);
      deposited.add(id(version));
      awaitFound(version, mark, "&limit=100");
    }

    List<String> seen = new ArrayList<>();
    HttpResponse<String> page = found(mark, "&limit=3");
    assertThat(json(page).getInt("total")).isEqualTo(7);
    seen.addAll(editions(page));
    while (json(page).containsKey("next")) {
      page = get(system.httpUri().resolve(json(page).getString("next")), null);
      seen.addAll(editions(page));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(deposited).doesNotHaveDuplicates();
  }

  @Test
  void a_token_of_nobody_is_refused() throws Exception {
    HttpResponse<String> answer = found("x", "&after=bm9wZQ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo("after");
  }

  @Test
  void a_version_under_embargo_is_found_only_by_those_who_may_see_it() throws Exception {
    String mark = mark();
    Briefing briefing = briefing("XV-PRES");
    Version first = add(Samples.version(briefing, "en", 1, null, "old " + mark), null);
    awaitFound(first, mark, "");
    add(Samples.version(briefing, "en", 2, null, "new " + mark), Duration.ofHours(1));

    await(() -> versions(foundAs("archivist", "new " + mark)).equals(List.of(2)));
    assertThat(versions(found(mark, ""))).as("anybody").containsExactly(1);
    assertThat(editions(found("new " + mark, ""))).as("anybody").isEmpty();
    assertThat(versions(foundAs("archivist", mark))).as("archivist").containsExactly(2);
    assertThat(editions(foundAs("archivist", "old " + mark))).as("archivist").isEmpty();
    assertThat(versions(foundAs("xv-depositor", mark))).as("own office").containsExactly(2);
    assertThat(versions(foundAs("kr-depositor", mark))).as("other office").containsExactly(1);
    assertThat(versions(foundAs("kr-depositor", "old " + mark))).containsExactly(1);
  }

  @Test
  void when_its_embargo_ends_a_version_is_found_by_anybody() throws Exception {
    String mark = mark();
    Version version =
        add(
            Samples.version(briefing("XV-PRES"), "en", 1, null, "waiting " + mark),
            Duration.ofSeconds(10));
    await(() -> versions(foundAs("archivist", mark)).equals(List.of(1)));
    assertThat(editions(found(mark, ""))).isEmpty();

    await(() -> editions(found(mark, "")).equals(List.of(id(version))));
    assertThat(versions(foundAs("archivist", mark))).containsExactly(1);
  }

  @Test
  void lost_indices_are_filled_again_from_the_record() throws Exception {
    String mark = mark();
    Version version = deposit("de", null, mark);
    awaitFound(version, mark, "");

    for (Shelf shelf : Shelf.values()) {
      URI index = system.searchUri().resolve("/" + shelf.index());
      HttpRequest delete = HttpRequest.newBuilder(index).DELETE().build();
      assertThat(system.client().send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    await(() -> editions(found(mark, "")).equals(List.of(id(version))));
  }

  @Test
  void while_elasticsearch_is_down_deposits_go_on_and_are_found_later() throws Exception {
    String mark = mark();
    system.stopElasticsearch();
    Version version;
    try {
      version = deposit("de", null, mark);
      HttpResponse<String> answer = found(mark, "");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    } finally {
      system.startElasticsearch();
    }

    await(() -> editions(found(mark, "")).equals(List.of(id(version))));
  }

  private Version deposit(String language, @Nullable String headline, String text)
      throws SQLException {
    return add(Samples.version(briefing("XV-PRES"), language, 1, headline, text), null);
  }

  private static Briefing briefing(String office) {
    return Samples.briefing(UUID.randomUUID(), office + "/2025/" + NUMBERS.incrementAndGet());
  }

  private Version add(Version version, @Nullable Duration embargo) throws SQLException {
    try (Connection database = system.database()) {
      new RecordWriter(database).add(version, embargo);
    }
    return version;
  }

  private void awaitFound(Version version, String query, String parameters) throws Exception {
    await(() -> editions(found(query, parameters)).contains(id(version)));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      Thread.sleep(50);
    }
  }

  private HttpResponse<String> found(String query, String parameters) throws Exception {
    return get(search(system.httpUri(), query, parameters), null);
  }

  private HttpResponse<String> foundAs(String account, String query) throws Exception {
    String pair = account + ":" + system.password(account);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return get(search(system.httpsUri(), query, ""), "Basic " + basic);
  }

  private static URI search(URI base, String query, String parameters) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return base.resolve("/api/v1/search?q=" + encoded + parameters);
  }

  private HttpResponse<String> get(URI uri, @Nullable String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  private static JsonArray hits(HttpResponse<String> answer) {
    JsonArray hits = json(answer).getJsonArray("hits");
    return hits == null ? JsonArray.EMPTY_JSON_ARRAY : hits;
  }

  private static List<String> editions(HttpResponse<String> answer) {
    return hits(answer).getValuesAs(JsonObject.class).stream()
        .map(hit -> hit.getString("briefing") + "_" + hit.getString("language"))
        .toList();
  }

  private static List<Integer> versions(HttpResponse<String> answer) {
    return hits(answer).getValuesAs(JsonObject.class).stream()
        .map(hit -> hit.getInt("version"))
        .toList();
  }

  private static String id(Version version) {
    return EditionDocument.id(version.briefing().id(), version.language());
  }

  /** A word that is in no other text, and the same in all languages. */
  private static String mark() {
    return "mark" + UUID.randomUUID().toString().replace("-", "");
  }
}
