package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.HeldLock;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the law takes away is gone from everywhere, and the gap is explained. */
@ExtendWith(RunningSystem.Shared.class)
final class ErasureIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  ErasureIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void an_erased_briefing_is_gone_from_record_and_index_and_its_notice_stays() throws Exception {
    String id =
        newsroom.deposit(
            "Erasedword", "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]");
    newsroom.awaitFound("Erasedword", 1);
    RestClient administrator = RestClient.as("admin", system);
    String order = "{\"extent\":\"everything\",\"ground\":\"Court order 7/26\"}";
    HttpResponse<String> refused = newsroom.depositor().post("briefings/" + id + "/erasure", order);
    assertThat(refused.statusCode()).isEqualTo(403);
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    HttpResponse<String> gone = administrator.get("briefings/" + id + "/en");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Court order 7/26", "erased").doesNotContain("Erasedword");
    newsroom.awaitFound("Erasedword", 0);
    assertThat(newsroom.stored(id)).doesNotContain("Erasedword", "harbour.example");
  }

  @Test
  void an_erased_briefing_is_taken_out_of_indices_of_an_older_schema_and_no_other_is()
      throws Exception {
    String erased = newsroom.deposit("Oldword");
    String kept = newsroom.deposit("Oldword as well");
    String older = "/communique-editions-v1-public-1";
    String document = "{\"briefing\":\"%s\",\"editions\":{\"exact\":\"oldercanary\"}}";
    asked("PUT", older, "{\"mappings\":{\"properties\":{\"briefing\":{\"type\":\"keyword\"}}}}");
    try {
      for (String id : List.of(erased, kept)) {
        asked("PUT", older + "/_doc/" + id + "?refresh=true", document.formatted(id));
      }
      RestClient.as("admin", system)
          .must(
              "POST",
              "briefings/" + erased + "/erasure",
              "{\"extent\":\"everything\",\"ground\":\"Court order 9/26\"}");
      Instant end = Instant.now().plusSeconds(30);
      while (asked("GET", older + "/_search", "{}").contains(erased)) {
        assertThat(Instant.now()).isBefore(end);
        Thread.sleep(100);
      }
      assertThat(asked("GET", older + "/_search", "{}")).contains(kept, "oldercanary");
    } finally {
      asked("DELETE", older, "");
    }
  }

  @Test
  void where_what_was_erased_may_be_left_in_an_index_of_an_older_schema_the_log_says_so()
      throws Exception {
    String part = "\"settings\":{\"index.routing.allocation.require._name\":\"nowhere\"}";
    String closed = "/communique-editions-v1-public-2";
    String missing = "/communique-editions-v1-public-3";
    asked("PUT", closed, "{}");
    try {
      asked("POST", closed + "/_close", "");
      awaitTold(erased("Closedword"));
    } finally {
      asked("DELETE", closed, "");
    }
    asked("PUT", missing + "?wait_for_active_shards=0", "{" + part + "}");
    try {
      awaitTold(erased("Missingword"));
    } finally {
      asked("DELETE", missing, "");
    }
  }

  private String erased(String word) throws Exception {
    String id = newsroom.deposit(word);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"Court order 10/26\"}");
    return id;
  }

  private void awaitTold(String id) throws Exception {
    Path log = system.home().resolve("liberty/servers/communique/logs/messages.log");
    Instant end = Instant.now().plusSeconds(30);
    while (!Files.readString(log).lines().anyMatch(line -> isTold(line, id))) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(200);
    }
  }

  private static boolean isTold(String line, String id) {
    return line.contains("may still be in indices of an older schema") && line.contains(id);
  }

  @Test
  void e_mail_addresses_are_erased_wherever_they_stand_and_the_text_stays() throws Exception {
    String id =
        newsroom.deposit(
            "Write to a@harbour.example",
            "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]",
            "\"contact\":{\"email\":\"a@harbour.example\"}");
    String before = newsroom.etag(id);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"emailAddresses\",\"ground\":\"Request of the person\"}");
    String read = newsroom.read(id);
    assertThat(read).contains("Write to [erased]", "\"name\":\"A\"").doesNotContain("a@harbour");
    SchemaCheck.assertValid("version.schema.json", read.getBytes(StandardCharsets.UTF_8));
    assertThat(newsroom.etag(id)).isNotEqualTo(before);
    assertThat(newsroom.anybody().get("briefings/" + id).body())
        .contains("\"digest\":" + newsroom.etag(id));
    assertThat(newsroom.stored(id)).doesNotContain("a@harbour");
    newsroom.correct(id, 1, edition("", "Write to the office", Newsroom.MINOR));
    assertThat(newsroom.read(id)).contains("Write to the office");
  }

  @Test
  void a_redacted_address_is_in_no_column_any_more_nor_in_the_title_of_a_notice() throws Exception {
    String id =
        newsroom.deposit(
            "Ask Redcanary@harbour.example",
            "\"section\":\"Of redcanary@Harbour.example\"",
            "\"bylines\":[{\"name\":\"A\",\"email\":\"redcanary@harbour.example\"}]",
            "\"mentions\":[{\"name\":\"REDCANARY@harbour.example\"}]");
    assertThat(newsroom.withdraw(id, "Too much of it").statusCode()).isEqualTo(200);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"emailAddresses\",\"ground\":\"Request of the person\"}");
    for (String word : List.of("redcanary", "Redcanary", "REDCANARY")) {
      assertThat(tablesWith(word))
          .as(word)
          .doesNotContain("version", "labelled", "original", "notice");
    }
    assertThat(newsroom.anybody().get("briefings/" + id + "/en").body())
        .contains("\"title\":\"Ask [erased]\"");
  }

  @Test
  void the_title_of_what_was_withdrawn_goes_with_the_text_that_it_was_taken_from()
      throws Exception {
    RestClient administrator = RestClient.as("admin", system);
    String order = "{\"extent\":\"everything\",\"ground\":\"Privacy\",\"language\":\"%s\"%s}";
    for (String erased : List.of("en", "de")) {
      String id = newsroom.deposit("Titlecanary " + erased);
      String path = "briefings/" + id;
      newsroom
          .depositor()
          .must(
              "POST",
              path + "/editions",
              edition("de", "Anders", "\"translation\":{\"from\":\"en\"}"));
      newsroom.withdraw(id, "Issued in error");
      administrator.must("POST", path + "/erasure", order.formatted(erased, ""));
      HttpResponse<String> gone =
          newsroom.anybody().get(path + (erased.equals("en") ? "/de" : "/en"));
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("Issued in error");
      assertThat(gone.body().contains("Titlecanary")).as(erased).isEqualTo(erased.equals("de"));
      assertThat(newsroom.stored(id).contains("Titlecanary en")).isFalse();
    }
    String id = newsroom.deposit("Firstcanary");
    newsroom.withdraw(id, "Issued in error");
    newsroom.correct(id, 1, edition("", "Second", Newsroom.MINOR));
    administrator.must(
        "POST", "briefings/" + id + "/erasure", order.formatted("en", ",\"version\":1"));
    for (String address : List.of("briefings/" + id, "/briefings/" + id + "/en")) {
      HttpResponse<String> gone = newsroom.anybody().get(address);
      assertThat(gone.statusCode()).as(address).isEqualTo(410);
      assertThat(gone.body()).contains("Issued in error").doesNotContain("Firstcanary");
    }
    assertThat(newsroom.stored(id)).doesNotContain("Firstcanary");
  }

  @Test
  void a_picture_that_is_just_being_shown_elsewhere_stays_when_its_last_text_is_erased()
      throws Exception {
    RestClient depositor = newsroom.depositor();
    byte[] picture = Pictures.another();
    Digest shared = Digest.of(picture);
    byte[] another = Pictures.another();
    while (Digest.of(another).hex().compareTo(shared.hex()) < 0) {
      another = Pictures.another();
    }
    Digest later = Digest.of(another);
    for (byte[] each : List.of(picture, another)) {
      assertThat(depositor.upload("image/png", each).statusCode()).isEqualTo(201);
    }
    String erased = newsroom.deposit("Shown so far", "\"media\":[" + photo(shared) + "]");
    String next = statement("Shown next", "\"media\":[" + photo(later) + "," + photo(shared) + "]");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> begun;
      Future<String> erasing;
      // Files are taken in the order of their digests: it has the one, and waits for the other.
      try (HeldLock held = HeldLock.ofFile(later, system)) {
        begun = threads.submit(() -> depositor.must("POST", "briefings", next));
        held.awaitWaiting(1);
        erasing =
            threads.submit(
                () ->
                    RestClient.as("admin", system)
                        .must(
                            "POST",
                            "briefings/" + erased + "/erasure",
                            "{\"extent\":\"everything\",\"ground\":\"Court order 11/26\"}"));
        held.awaitWaiting(2);
      }
      erasing.get();
      assertThat(newsroom.anybody().get("briefings/" + erased).statusCode()).isEqualTo(410);
      assertThat(newsroom.read(field("briefing", begun.get()))).contains(shared.hex());
      assertThat(newsroom.anybody().get("media/" + shared.hex()).statusCode()).isEqualTo(200);
      assertThat(depositor.upload("image/png", picture).statusCode()).isEqualTo(200);
    } finally {
      threads.shutdownNow();
    }
  }

  private static String photo(Digest file) {
    return "{\"role\":\"photo\",\"file\":{\"sha256\":\"" + file.hex() + "\"}}";
  }

  @Test
  void a_single_version_is_erased_only_when_another_has_taken_its_place() throws Exception {
    String id = newsroom.deposit("Slip");
    RestClient administrator = RestClient.as("admin", system);
    String order =
        "{\"extent\":\"everything\",\"ground\":\"Privacy\",\"language\":\"en\",\"version\":1}";
    HttpResponse<String> early = administrator.post("briefings/" + id + "/erasure", order);
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("STILL_CURRENT");
    newsroom.correct(id, 1, edition("", "Without the slip", Newsroom.MINOR));
    String digest =
        field("digest", newsroom.anybody().get("briefings/" + id + "/en/versions").body());
    long before = newsroom.newestChange();
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    HttpResponse<String> gone = newsroom.anybody().get("briefings/" + id + "/en/versions/1");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("\"language\":\"en\"", "\"version\":1");
    SchemaCheck.assertValid("problem.schema.json", gone.body().getBytes(StandardCharsets.UTF_8));
    assertThat(newsroom.read(id)).contains("Without the slip");
    String listed = newsroom.anybody().get("briefings/" + id + "/en/versions").body();
    SchemaCheck.assertValid("versions.schema.json", listed.getBytes(StandardCharsets.UTF_8));
    assertThat(listed)
        .containsPattern("\\{\"version\":1,[^}]*\"digest\":\"" + digest + "\"[^}]*\"erased\":true}")
        .containsOnlyOnce("\"erased\"")
        .contains("\"version\":2");
    assertThat(newsroom.anybody().get("changes?limit=1000&after=" + before).body())
        .containsPattern(
            "\"verb\":\"EraseBriefing\",\"briefing\":\"" + id + "\"[^}]*\"version\":1,");
  }

  @Test
  void the_erasure_of_what_was_never_public_is_told_to_nobody() throws Exception {
    String embargo = "\"embargo\":\"2099-01-01T00:00:00Z\"";
    String id = newsroom.deposit("Public so far");
    newsroom.correct(id, 1, edition("", "Never public", Newsroom.MINOR, embargo));
    newsroom.correct(id, 2, edition("", "Public one day", Newsroom.MINOR));
    long before = newsroom.newestChange();
    String versions = newsroom.anybody().get("briefings/" + id + "/en/versions").body();
    RestClient administrator = RestClient.as("admin", system);
    administrator.must(
        "POST",
        "briefings/" + id + "/erasure",
        "{\"extent\":\"everything\",\"ground\":\"Secret\",\"language\":\"en\",\"version\":2}");
    assertThat(newsroom.anybody().get("changes?limit=1000&after=" + before).body())
        .doesNotContain(id);
    assertThat(newsroom.anybody().get("briefings/" + id + "/en/versions").body())
        .isEqualTo(versions);
    assertThat(newsroom.anybody().get("briefings/" + id + "/en/versions/2").statusCode())
        .isEqualTo(404);
    assertThat(administrator.get("briefings/" + id + "/en/versions").body())
        .containsPattern("\"version\":2,[^}]*\"erased\":true");
  }

  @Test
  void who_repeats_what_was_erased_meanwhile_is_given_its_receipt_again() throws Exception {
    String key = UUID.randomUUID().toString();
    RestClient depositor = newsroom.depositor();
    byte[] png = Pictures.another();
    String photo =
        "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + Digest.of(png).hex() + "\"}}]";
    assertThat(depositor.upload("image/png", png).statusCode()).isEqualTo(201);
    String said = statement("Repeated in vain", photo);
    String first = depositor.must("POST", "briefings", said, "Idempotency-Key", key);
    String id = field("briefing", first);
    String path = "briefings/" + id;
    String german = edition("de", "Vergeblich", "\"depositorReference\":\"" + key + "-de\"");
    String added = depositor.must("POST", path + "/editions", german);
    String again =
        edition("", "In vain", Newsroom.MINOR, "\"depositorReference\":\"" + key + "-2\"");
    String tag = newsroom.etag(id);
    String corrected = depositor.must("PUT", path + "/en", again, "If-Match", tag);
    RestClient.as("admin", system)
        .must(
            "POST",
            path + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"Court order 10/26\"}");

    assertThat(depositor.must("POST", "briefings", said, "Idempotency-Key", key)).isEqualTo(first);
    assertThat(depositor.must("POST", path + "/editions", german)).isEqualTo(added);
    assertThat(depositor.must("PUT", path + "/en", again, "If-Match", tag)).isEqualTo(corrected);
    HttpResponse<String> other =
        depositor.send("PUT", path + "/en", again.replace("In vain", "Other"), "If-Match", tag);
    assertThat(other.statusCode()).isEqualTo(409);
    HttpResponse<String> anew =
        depositor.send("PUT", path + "/en", edition("", "New", Newsroom.MINOR), "If-Match", tag);
    assertThat(anew.statusCode()).isEqualTo(410);
    HttpResponse<String> ofAnother =
        depositor.send("PUT", "briefings/" + UUID.randomUUID() + "/en", again, "If-Match", tag);
    assertThat(ofAnother.statusCode()).isEqualTo(404);
  }

  @Test
  void of_an_erased_briefing_with_a_picture_nothing_is_left_on_the_disk_and_behind_any_door()
      throws Exception {
    String word = "erasecanary";
    long before = newsroom.newestChange();
    Newsroom.Pictured briefing = newsroom.depositPictured(word);
    String id = briefing.id();
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/editions",
            edition("de", word + "german", "\"translation\":{\"from\":\"en\"}"));
    newsroom.awaitFound(word + "german", 1);
    newsroom.awaitFound(word + "caption", 1);
    assertThat(indexed(word)).doesNotContain("\"hits\":[]");
    List<Path> files = files(briefing.sha256());
    assertThat(files).hasSize(4).allSatisfy(file -> assertThat(file).exists());
    for (String address : doors(id, before)) {
      assertThat(newsroom.anybody().get(address).body()).as(address).containsAnyOf(word, id);
    }
    assertThat(tablesWith(word)).contains("version", "original", "labelled");
    String digest = newsroom.etag(id).replace("\"", "");
    RestClient administrator = RestClient.as("admin", system);

    administrator.must(
        "POST",
        "briefings/" + id + "/erasure",
        "{\"extent\":\"everything\",\"ground\":\"Court order 8/26\"}");

    assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
    for (String file : briefing.files()) {
      assertThat(administrator.get(file).statusCode()).as(file).isEqualTo(404);
    }
    for (String address : gone(id)) {
      HttpResponse<String> answer = administrator.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(410);
      assertThat(answer.body()).as(address).contains("Court order 8/26").doesNotContain(word);
    }
    newsroom.awaitFound(word + "german", 0);
    newsroom.awaitFound(word + "caption", 0);
    awaitNotIndexed(word);
    for (String address : doors(id, before)) {
      assertThat(newsroom.anybody().get(address).body()).as(address).doesNotContain(word);
    }
    for (String address : List.of("/", "/?language=de", "briefings?limit=100")) {
      assertThat(newsroom.anybody().get(address).body()).as(address).doesNotContain(word, id);
    }
    assertThat(new Depositor(system).fetch(id)).contains("Court order 8/26").doesNotContain(word);
    assertThat(tablesWith(word)).isEmpty();
    assertThat(newsroom.anybody().get("/feeds/atom").body())
        .contains("ref=\"urn:uuid:" + id + "#en\"", "ref=\"urn:uuid:" + id + "#de\"");
    assertThat(newsroom.anybody().get("/sitemaps/0.xml").body()).doesNotContain(id);
    assertThat(newsroom.stored(id)).contains("EraseBriefing", digest, "Court order 8/26");
  }

  /** Where a briefing that was just handed over is seen beside its own addresses. */
  private static List<String> doors(String id, long before) {
    return List.of(
        "/feeds/atom",
        "/feeds/rss",
        "/feeds/json",
        "/sitemaps/0.xml",
        "changes?limit=1000&after=" + before,
        "briefings/" + id,
        "briefings/" + id + "/en/versions",
        "briefings/" + id + "/compare?from=en/1&to=en/2",
        "/briefings/" + id + "/en");
  }

  private static List<String> gone(String id) {
    return List.of(
        "briefings/" + id,
        "briefings/" + id + "/en",
        "briefings/" + id + "/de",
        "briefings/" + id + "/en?format=ninjs",
        "briefings/" + id + "/en/versions",
        "briefings/" + id + "/en/versions/1",
        "briefings/" + id + "/en/versions/2/original",
        "briefings/" + id + "/en/timemap",
        "briefings/" + id + "/compare?from=en/1&to=en/2",
        "/briefings/" + id,
        "/briefings/" + id + "/en");
  }

  /** Where a picture and the smaller ones lie. */
  private List<Path> files(String sha256) throws Exception {
    List<String> digests = new ArrayList<>(List.of(sha256));
    try (var database = system.database();
        var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select distinct digest from rendition where sha256 = '" + sha256 + "'")) {
      while (rows.next()) {
        digests.add(rows.getString(1));
      }
    }
    return digests.stream()
        .map(
            hex ->
                system
                    .mediaFolder()
                    .resolve(hex.substring(0, 2))
                    .resolve(hex.substring(2, 4))
                    .resolve(hex))
        .toList();
  }

  /** The tables that have a word in some row, as text or as bytes. */
  private List<String> tablesWith(String word) throws Exception {
    String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    try (var database = system.database();
        var statement = database.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (var names =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (var rows =
            statement.executeQuery(
                "select 1 from %1$s t where t::text like '%%%2$s%%' or t::text like '%%%3$s%%'"
                    .formatted(table, word, hex))) {
          if (rows.next()) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  // Indices that a rebuild has just replaced are no longer written, and are dropped as a whole.
  private void awaitNotIndexed(String word) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    String found = indexed(word);
    while (!found.contains("\"hits\":[]")) {
      assertThat(Instant.now()).as(found).isBefore(end);
      Thread.sleep(200);
      found = indexed(word);
    }
  }

  /** What the index itself has of a word, asked past the archive. */
  private String indexed(String word) throws Exception {
    String query =
        """
        {"query": {"nested": {"path": "editions", "ignore_unmapped": true,
          "query": {"query_string": {"query": "%s*", "fields": ["editions.*"]}}}}}"""
            .formatted(word);
    return asked("POST", "/_all/_search", query);
  }

  private String asked(String method, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.searchUri().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer =
        system.client().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }
}
