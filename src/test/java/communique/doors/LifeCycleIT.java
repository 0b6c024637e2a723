package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a briefing after its first deposit, seen through all doors. */
@ExtendWith(RunningSystem.Shared.class)
final class LifeCycleIT {
  private static final String MINOR = "\"significance\":\"minor\"";
  private static final String MAJOR = "\"significance\":\"major\",\"reason\":\"A wrong name\"";

  private final RunningSystem system;
  private final RestClient depositor;
  private final RestClient anybody;

  LifeCycleIT(RunningSystem system) throws IOException {
    this.system = system;
    this.depositor = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void a_deposit_over_rest_is_read_back_and_its_receipt_tells_its_digest() throws Exception {
    HttpResponse<String> answer =
        depositor.post("briefings", statement("Harbour opened", "\"section\":\"Harbour\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    SchemaCheck.assertValid("receipt.schema.json", answer.body().getBytes(StandardCharsets.UTF_8));
    String address = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = anybody.get(URI.create(address).getPath());
    assertThat(read.statusCode()).as(address).isEqualTo(200);
    assertThat(read.headers().firstValue("ETag"))
        .contains('"' + field("digest", answer.body()) + '"');
    assertThat(read.body()).contains("\"headline\":\"Harbour opened\"", "\"section\":\"Harbour\"");
  }

  @Test
  void all_that_is_wrong_with_a_deposit_is_told_at_once() throws Exception {
    HttpResponse<String> answer =
        depositor.post(
            "briefings",
            """
            {"office":"x","kind":"poem","language":"xx-","headline":"","embargo":"2030-01-01T00:00:00",
             "bylines":[{"name":"A","email":"nowhere"},{"nmae":"B"}],"subjects":["sport"],
             "body":[{"type":"heading","level":7,"text":[{"text":"H"}]}],"extra":1}""");
    assertThat(answer.statusCode()).isEqualTo(400);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(StandardCharsets.UTF_8));
    for (String name :
        List.of(
            "office",
            "kind",
            "language",
            "headline",
            "embargo",
            "bylines[0].email",
            "bylines[1].name",
            "bylines[1].nmae",
            "subjects[0]",
            "body[0].level",
            "extra")) {
      assertThat(answer.body()).contains("\"field\":\"" + name + "\"");
    }
    assertThat(answer.body()).contains("\"value\":\"2030-01-01T00:00:00\"");
  }

  @Test
  void what_is_no_json_object_is_refused_and_so_is_a_name_that_comes_twice() throws Exception {
    for (String body : List.of("[]", "{", "1", "{\"office\":\"XV-PRES\",\"office\":\"XV-PRES\"}")) {
      HttpResponse<String> answer = depositor.post("briefings", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("urn:communique:problem:MALFORMED");
    }
    assertThat(depositor.post("briefings", "[".repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_repeat_gets_the_same_receipt_and_other_content_both_digests() throws Exception {
    String key = "\"" + UUID.randomUUID() + "\"";
    String first = depositor.must("POST", "briefings", statement("Once"), "Idempotency-Key", key);
    String again = depositor.must("POST", "briefings", statement("Once"), "Idempotency-Key", key);
    assertThat(again).isEqualTo(first);
    HttpResponse<String> other =
        depositor.post("briefings", statement("Twice"), "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).containsPattern("digest [0-9a-f]{64}, and now [0-9a-f]{64}");
  }

  @Test
  void fifty_repeats_at_once_over_both_doors_make_one_record() throws Exception {
    String reference = UUID.randomUUID().toString();
    Depositor soap = new Depositor(system);
    String json = statement("Over both", "\"depositorReference\":\"" + reference + "\"");
    List<Callable<String>> repeats = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      repeats.add(() -> field("briefing", depositor.must("POST", "briefings", json)));
      repeats.add(() -> soap.depositOnce(reference, "Over both", "Over both was said.").toString());
    }
    assertThat(together(repeats)).containsOnly(together(repeats.subList(0, 1)).get(0));
  }

  @Test
  void a_correction_is_the_next_version_and_the_first_stays() throws Exception {
    String id = deposit("Varga spoke");
    String corrected = correct(id, 1, edition("", "Varga spoke again", MAJOR)).body();
    assertThat(corrected).contains("\"version\":2");
    assertThat(read(id)).contains("Varga spoke again", "\"significance\":\"major\"");
    assertThat(anybody.get("briefings/" + id + "/en/versions/1").body()).contains("Varga spoke\"");
  }

  @Test
  void a_correction_needs_its_base_and_a_major_one_its_reason() throws Exception {
    String id = deposit("Based");
    String path = "briefings/" + id + "/en";
    String body = edition("", "Based anew", MINOR);
    assertThat(depositor.send("PUT", path, body).statusCode()).isEqualTo(428);
    String old = etag(id);
    assertThat(depositor.send("PUT", path, body, "If-Match", old).statusCode()).isEqualTo(200);
    HttpResponse<String> late =
        depositor.send("PUT", path, edition("", "Late", MINOR), "If-Match", old);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("VERSION_CHANGED", "number 2");
    HttpResponse<String> silent =
        depositor.send(
            "PUT", path, edition("", "Silent", "\"significance\":\"major\""), "If-Match", etag(id));
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("\"field\":\"reason\"");
  }

  @Test
  void of_two_hundred_corrections_at_once_one_wins_for_each_version() throws Exception {
    String id = deposit("Contested");
    String base = etag(id);
    List<Callable<Integer>> corrections = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String body = edition("", "Contested " + i, MINOR);
      corrections.add(
          () ->
              depositor
                  .send("PUT", "briefings/" + id + "/en", body, "If-Match", base)
                  .statusCode());
    }
    List<Integer> answers = together(corrections);
    assertThat(answers).containsOnly(200, 412);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(read(id)).contains("\"version\":2");
  }

  @Test
  void a_correction_under_embargo_leaves_the_public_the_version_before() throws Exception {
    String id = deposit("For now");
    correct(id, 1, edition("", "For later", MINOR, "\"embargo\":\"2099-01-01T00:00:00Z\""));
    assertThat(read(id)).contains("For now");
    assertThat(anybody.get("briefings/" + id + "/en/versions/2").statusCode()).isEqualTo(404);
    assertThat(depositor.get("briefings/" + id + "/en").body()).contains("For later");
    // A further one that names no embargo must not let the one before out.
    correct(id, 2, edition("", "For later still", MINOR));
    assertThat(read(id)).contains("For now");
    assertThat(depositor.must("DELETE", "briefings/" + id + "/embargo", ""))
        .isEqualTo("{\"versions\":2}");
    assertThat(read(id)).contains("For later still");
  }

  @Test
  void editions_under_embargo_are_translated_and_released_at_one_instant() throws Exception {
    String id = deposit("Together", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    depositor.must(
        "POST",
        "briefings/" + id + "/editions",
        edition("de", "Zusammen", "\"translation\":{\"from\":\"en\",\"translator\":\"A. Weber\"}"));
    assertThat(anybody.get("briefings/" + id).statusCode()).isEqualTo(404);
    Instant until = Instant.now().plus(Duration.ofSeconds(2));
    assertThat(
            depositor.must("PUT", "briefings/" + id + "/embargo", "{\"until\":\"" + until + "\"}"))
        .isEqualTo("{\"versions\":2}");
    HttpResponse<String> seen = anybody.get("briefings/" + id);
    while (seen.statusCode() == 404 && Instant.now().isBefore(until.plusSeconds(5))) {
      seen = anybody.get("briefings/" + id);
    }
    assertThat(seen.body()).contains("Together", "Zusammen");
    assertThat(anybody.get("briefings/" + id + "/de").body())
        .contains("\"translation\":{\"from\":\"en\",\"translator\":\"A. Weber\",\"version\":1}");
    HttpResponse<String> late = depositor.send("DELETE", "briefings/" + id + "/embargo", "");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("NOT_UNDER_EMBARGO");
  }

  @Test
  void a_withdrawn_briefing_is_a_tombstone_in_every_door_and_can_be_corrected_and_come_back()
      throws Exception {
    String id = deposit("Withdrawnword");
    awaitFound("Withdrawnword", 1);
    String notice =
        depositor.must(
            "POST",
            "briefings/" + id + "/withdrawal",
            "{\"reason\":\"Issued in error\",\"titleShown\":true}");
    SchemaCheck.assertValid("notice.schema.json", notice.getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("", "/en", "/en/versions/1")) {
      HttpResponse<String> gone = anybody.get("briefings/" + id + path);
      assertThat(gone.statusCode()).isEqualTo(410);
      SchemaCheck.assertValid("problem.schema.json", gone.body().getBytes(StandardCharsets.UTF_8));
      assertThat(gone.body())
          .contains("Issued in error", "XV-PRES", "\"title\":\"Withdrawnword\"", "\"at\":\"20");
    }
    assertThat(anybody.get("briefings/" + id + "/fr").statusCode()).isEqualTo(404);
    HttpResponse<String> page = page("/briefings/" + id + "/en");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Issued in error", "XV-PRES", "Withdrawnword");
    assertThat(new Depositor(system).fetch(id)).contains("WITHDRAWN", "Issued in error");
    assertThat(anybody.get("briefings?office=XV-PRES&limit=100").body()).doesNotContain(id);
    awaitFound("Withdrawnword", 0);
    assertThat(RestClient.as("archivist", system).get("briefings/" + id + "/en").statusCode())
        .isEqualTo(200);
    assertThat(RestClient.as("kr-depositor", system).get("briefings/" + id).statusCode())
        .isEqualTo(410);
    // The same word again is no second withdrawal; another one contradicts it.
    assertThat(withdraw(id, "Issued in error").body()).isEqualTo(notice);
    assertThat(withdraw(id, "Other").statusCode()).isEqualTo(409);
    correct(id, 1, edition("", "Withdrawnword set right", MAJOR));
    assertThat(anybody.get("briefings/" + id).statusCode()).isEqualTo(410);
    depositor.must("POST", "briefings/" + id + "/reinstatement", "{\"reason\":\"Corrected\"}");
    assertThat(read(id)).contains("Withdrawnword set right");
    awaitFound("Withdrawnword", 1);
  }

  @Test
  void the_withdrawal_of_what_was_never_public_tells_nothing() throws Exception {
    String id = deposit("Never public", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    assertThat(withdraw(id, "Not needed").statusCode()).isEqualTo(200);
    for (String path : List.of("", "/en", "/en/versions/1")) {
      assertThat(anybody.get("briefings/" + id + path).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void an_erased_briefing_is_gone_from_record_and_index_and_its_notice_stays() throws Exception {
    String id =
        deposit("Erasedword", "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]");
    awaitFound("Erasedword", 1);
    RestClient administrator = RestClient.as("admin", system);
    String order = "{\"extent\":\"everything\",\"ground\":\"Court order 7/26\"}";
    HttpResponse<String> refused = depositor.post("briefings/" + id + "/erasure", order);
    assertThat(refused.statusCode()).isEqualTo(403);
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    HttpResponse<String> gone = administrator.get("briefings/" + id + "/en");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Court order 7/26", "erased").doesNotContain("Erasedword");
    awaitFound("Erasedword", 0);
    assertThat(stored(id)).doesNotContain("Erasedword", "harbour.example");
  }

  @Test
  void e_mail_addresses_are_erased_wherever_they_stand_and_the_text_stays() throws Exception {
    String id =
        deposit(
            "Write to a@harbour.example",
            "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]",
            "\"contact\":{\"email\":\"a@harbour.example\"}");
    String before = etag(id);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"emailAddresses\",\"ground\":\"Request of the person\"}");
    String read = read(id);
    assertThat(read).contains("Write to [erased]", "\"name\":\"A\"").doesNotContain("a@harbour");
    SchemaCheck.assertValid("version.schema.json", read.getBytes(StandardCharsets.UTF_8));
    assertThat(etag(id)).isNotEqualTo(before);
    assertThat(stored(id)).doesNotContain("a@harbour");
    correct(id, 1, edition("", "Write to the office", MINOR));
    assertThat(read(id)).contains("Write to the office");
  }

  @Test
  void a_photo_is_recalled_while_the_text_stays_also_from_versions_to_come() throws Exception {
    String id =
        new Depositor(system).depositWithPhoto("The text stays", Pictures.another()).toString();
    String sha256 = field("sha256", read(id));
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(200);
    depositor.must(
        "POST",
        "briefings/" + id + "/recalls",
        "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
    String photo = "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    for (String headline : List.of("", "Placed again")) {
      if (!headline.isEmpty()) {
        correct(id, 1, edition("", headline, MINOR, photo));
      }
      HttpResponse<String> recalled = anybody.get("media/" + sha256);
      assertThat(recalled.statusCode()).isEqualTo(410);
      assertThat(recalled.body()).contains("Rights unclear");
      assertThat(read(id)).contains(sha256, headline);
    }
  }

  @Test
  void what_was_handed_over_is_given_back_bit_for_bit_to_its_office_alone() throws Exception {
    String said = statement("Bit for bit", "\"rights\":  \"Free\"");
    String receipt = depositor.must("POST", "briefings", said);
    String path = "briefings/" + field("briefing", receipt) + "/en/versions/1/original";
    assertThat(depositor.get(path).body()).isEqualTo(said);
    assertThat(anybody.get(path).statusCode()).isEqualTo(401);
    assertThat(RestClient.as("kr-depositor", system).get(path).statusCode()).isEqualTo(403);
    assertThat(depositor.get("deposits/" + field("id", receipt)).body()).isEqualTo(receipt);
    assertThat(
            RestClient.as("kr-depositor", system)
                .get("deposits/" + field("id", receipt))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_single_version_is_erased_only_when_another_has_taken_its_place() throws Exception {
    String id = deposit("Slip");
    RestClient administrator = RestClient.as("admin", system);
    String order =
        "{\"extent\":\"everything\",\"ground\":\"Privacy\",\"language\":\"en\",\"version\":1}";
    HttpResponse<String> early = administrator.post("briefings/" + id + "/erasure", order);
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("STILL_CURRENT");
    correct(id, 1, edition("", "Without the slip", MINOR));
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    assertThat(anybody.get("briefings/" + id + "/en/versions/1").statusCode()).isEqualTo(410);
    assertThat(read(id)).contains("Without the slip");
  }

  private String deposit(String headline, String... more) throws Exception {
    return field("briefing", depositor.must("POST", "briefings", statement(headline, more)));
  }

  private HttpResponse<String> correct(String id, int version, String body) throws Exception {
    String base =
        depositor
            .get("briefings/" + id + "/en/versions/" + version)
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    HttpResponse<String> answer =
        depositor.send("PUT", "briefings/" + id + "/en", body, "If-Match", base);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private HttpResponse<String> withdraw(String id, String reason) throws Exception {
    return depositor.post(
        "briefings/" + id + "/withdrawal", "{\"reason\":\"" + reason + "\",\"titleShown\":true}");
  }

  private String etag(String id) throws Exception {
    return anybody.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
  }

  private String read(String id) throws Exception {
    HttpResponse<String> answer = anybody.get("briefings/" + id + "/en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> page(String path) throws Exception {
    return anybody.get(path);
  }

  private void awaitFound(String word, int hits) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    String found = "";
    while (!found.startsWith("{\"total\":" + hits + ",") && Instant.now().isBefore(end)) {
      found = anybody.get("search?q=" + word).body();
    }
    assertThat(found).startsWith("{\"total\":" + hits + ",");
  }

  // All that the tables hold of a briefing, as text.
  private String stored(String id) throws Exception {
    StringBuilder all = new StringBuilder();
    try (var database = system.database();
        var statement = database.createStatement()) {
      for (String table : List.of("version", "original", "notice", "journal", "receipt")) {
        try (var rows =
            statement.executeQuery(
                "select t::text, convert_from(content, 'UTF8') from (select *, "
                    + (List.of("journal", "receipt").contains(table)
                        ? "''::bytea as content, "
                        : "")
                    + "1 as one from "
                    + table
                    + ") t where briefing = '"
                    + id
                    + "'")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append(rows.getString(2));
          }
        }
      }
    }
    return all.toString();
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
