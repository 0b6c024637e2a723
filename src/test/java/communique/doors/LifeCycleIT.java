package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A briefing from its deposit to its corrections, as REST alone tells it or all doors together. */
@ExtendWith(RunningSystem.Shared.class)
final class LifeCycleIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  LifeCycleIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void a_deposit_over_rest_is_read_back_and_its_receipt_tells_its_digest() throws Exception {
    HttpResponse<String> answer =
        newsroom
            .depositor()
            .post("briefings", statement("Harbour opened", "\"section\":\"Harbour\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    SchemaCheck.assertValid("receipt.schema.json", answer.body().getBytes(StandardCharsets.UTF_8));
    String address = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = newsroom.anybody().get(URI.create(address).getPath());
    assertThat(read.statusCode()).as(address).isEqualTo(200);
    assertThat(read.headers().firstValue("ETag"))
        .contains('"' + field("digest", answer.body()) + '"');
    assertThat(read.body()).contains("\"headline\":\"Harbour opened\"", "\"section\":\"Harbour\"");
  }

  @Test
  void all_that_is_wrong_with_a_deposit_is_told_at_once() throws Exception {
    HttpResponse<String> answer =
        newsroom
            .depositor()
            .post(
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
      HttpResponse<String> answer = newsroom.depositor().post("briefings", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("urn:communique:problem:MALFORMED");
    }
    assertThat(newsroom.depositor().post("briefings", "[".repeat(100_000)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_repeat_gets_the_same_receipt_and_other_content_both_digests() throws Exception {
    String key = "\"" + UUID.randomUUID() + "\"";
    String first =
        newsroom.depositor().must("POST", "briefings", statement("Once"), "Idempotency-Key", key);
    String again =
        newsroom.depositor().must("POST", "briefings", statement("Once"), "Idempotency-Key", key);
    assertThat(again).isEqualTo(first);
    HttpResponse<String> other =
        newsroom.depositor().post("briefings", statement("Twice"), "Idempotency-Key", key);
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
      repeats.add(() -> field("briefing", newsroom.depositor().must("POST", "briefings", json)));
      repeats.add(() -> soap.depositOnce(reference, "Over both", "Over both was said.").toString());
    }
    assertThat(Newsroom.together(repeats))
        .containsOnly(Newsroom.together(repeats.subList(0, 1)).get(0));
  }

  @Test
  void a_correction_needs_its_base_and_a_major_one_its_reason() throws Exception {
    String id = newsroom.deposit("Based");
    String path = "briefings/" + id + "/en";
    String body = edition("", "Based anew", Newsroom.MINOR);
    assertThat(newsroom.depositor().send("PUT", path, body).statusCode()).isEqualTo(428);
    String old = newsroom.etag(id);
    assertThat(newsroom.depositor().send("PUT", path, body, "If-Match", old).statusCode())
        .isEqualTo(200);
    HttpResponse<String> late =
        newsroom
            .depositor()
            .send("PUT", path, edition("", "Late", Newsroom.MINOR), "If-Match", old);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("VERSION_CHANGED", "number 2");
    HttpResponse<String> silent =
        newsroom
            .depositor()
            .send(
                "PUT",
                path,
                edition("", "Silent", "\"significance\":\"major\""),
                "If-Match",
                newsroom.etag(id));
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("\"field\":\"reason\"");
  }

  @Test
  void what_was_handed_over_is_given_back_bit_for_bit_to_its_office_alone() throws Exception {
    String said = statement("Bit for bit", "\"rights\":  \"Free\"");
    String receipt = newsroom.depositor().must("POST", "briefings", said);
    String path = "briefings/" + field("briefing", receipt) + "/en/versions/1/original";
    assertThat(newsroom.depositor().get(path).body()).isEqualTo(said);
    assertThat(newsroom.anybody().get(path).statusCode()).isEqualTo(401);
    assertThat(RestClient.as("kr-depositor", system).get(path).statusCode()).isEqualTo(403);
    assertThat(newsroom.depositor().get("deposits/" + field("id", receipt)).body())
        .isEqualTo(receipt);
    assertThat(
            RestClient.as("kr-depositor", system)
                .get("deposits/" + field("id", receipt))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_correction_may_name_its_base_in_every_way_of_http_and_only_so() throws Exception {
    String id = newsroom.deposit("Tagged");
    String path = "briefings/" + id + "/en";
    String tag = newsroom.etag(id);
    String foreign = "\"" + "1".repeat(64) + "\"";
    for (String wrong : List.of("W/" + tag, foreign, "\"abc\"", "\"abc\", W/" + tag)) {
      assertThat(tagged(path, wrong).statusCode()).as(wrong).isEqualTo(412);
    }
    for (String broken :
        List.of(tag.replace("\"", ""), "\"x\"" + tag + "\"y\"", tag + "-gzip", "*, " + tag)) {
      assertThat(tagged(path, broken).statusCode()).as(broken).isEqualTo(400);
    }
    assertThat(tagged(path, "\"abc\" ,, " + tag + ",").statusCode()).isEqualTo(200);
    assertThat(tagged(path, "*").statusCode()).isEqualTo(200);
    assertThat(tagged("briefings/" + id + "/fr", "*").statusCode()).isEqualTo(404);
    // RestClient gives a header once only.
    HttpRequest inTwoLines =
        HttpRequest.newBuilder(system.httpsUri().resolve("api/v1/" + path))
            .header("Authorization", Api.basic("xv-depositor", system.password("xv-depositor")))
            .header("Content-Type", "application/json")
            .header("If-Match", foreign)
            .header("If-Match", newsroom.etag(id))
            .PUT(BodyPublishers.ofString(edition("", "In two lines", Newsroom.MINOR)))
            .build();
    assertThat(system.client().send(inTwoLines, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    assertThat(newsroom.read(id)).contains("\"version\":4");
  }

  private HttpResponse<String> tagged(String path, String ifMatch) throws Exception {
    return newsroom
        .depositor()
        .send("PUT", path, edition("", "Tagged anew", Newsroom.MINOR), "If-Match", ifMatch);
  }

  @Test
  void a_repeated_correction_is_known_again_whatever_it_then_says_that_it_has_seen()
      throws Exception {
    String id = newsroom.deposit("Repeated");
    String path = "briefings/" + id + "/en";
    String key = UUID.randomUUID().toString();
    String body = edition("", "Corrected", Newsroom.MINOR);
    RestClient depositor = newsroom.depositor();
    String before = newsroom.etag(id);
    String receipt = depositor.must("PUT", path, body, "If-Match", before, "Idempotency-Key", key);
    for (String seen : List.of(newsroom.etag(id), newsroom.etag(id) + ", " + before, "*")) {
      assertThat(depositor.must("PUT", path, body, "If-Match", seen, "Idempotency-Key", key))
          .isEqualTo(receipt);
    }
    HttpResponse<String> other =
        depositor.send(
            "PUT",
            path,
            edition("", "Something else", Newsroom.MINOR),
            "If-Match",
            newsroom.etag(id),
            "Idempotency-Key",
            key);
    assertThat(other.statusCode()).isEqualTo(409);
  }

  @Test
  void a_parameter_that_is_not_known_is_refused_and_nothing_is_done() throws Exception {
    String id = newsroom.deposit("Kept back", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    String path = "briefings/" + id;
    RestClient depositor = newsroom.depositor();
    HttpResponse<String> lifted = depositor.send("DELETE", path + "/embargo?languages=en", "");
    assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(400);
    assertThat(lifted.body()).contains("\"field\":\"languages\"");
    assertThat(depositor.post(path + "/withdrawal?language=fr", "{\"reason\":\"x\"}").statusCode())
        .isEqualTo(400);
    String moved = "{\"until\":\"2098-01-01T00:00:00Z\"}";
    assertThat(depositor.send("PUT", path + "/embargo?language=fr", moved).statusCode())
        .isEqualTo(400);
    String erased = "{\"extent\":\"everything\",\"ground\":\"x\"}";
    RestClient administrator = RestClient.as("admin", system);
    assertThat(administrator.post(path + "/erasure?language=fr", erased).statusCode())
        .isEqualTo(400);
    assertThat(newsroom.anybody().get(path).statusCode()).isEqualTo(404);
    assertThat(depositor.get(path + "/en/versions").body())
        .contains("\"publicFrom\":\"2099-01-01T00:00:00");
  }
}
