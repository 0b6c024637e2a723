package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.Api;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who run the archive see of SOAP calls, and what they never see. */
@ExtendWith(RunningSystem.Shared.class)
final class CallsSeenFromOutsideIT {
  private static final String PASSWORD = "a password that no log may have";
  private static final String WORD = "canarywatched";

  /** Whose messages are wanted is remembered for two seconds. */
  private static final long REMEMBERED_MILLISECONDS = 2_500;

  private final RunningSystem system;
  private final Api api;
  private final SoapClient soap;
  private final String admin;

  CallsSeenFromOutsideIT(RunningSystem system) throws IOException {
    this.system = system;
    this.api = new Api(system);
    this.soap = new SoapClient(system);
    this.admin = api.account("admin");
  }

  @Test
  void metrics_count_and_time_calls_and_faults_by_client_and_operation() throws Exception {
    account("it-counted");
    assertThat(deposit("it-counted", right()).statusCode()).isEqualTo(200);
    assertThat(deposit("it-counted", right()).statusCode()).isEqualTo(200);
    assertThat(deposit("it-counted", wrong()).statusCode()).isEqualTo(500);
    assertThat(deposit("it-counted", right().replace("DepositBriefing", "Peace")).statusCode())
        .isEqualTo(500);
    assertThat(soap.depositAs("it-counted", "wrong", right()).status()).isEqualTo(401);
    String metrics = metrics(admin).body();
    // A call is counted when its answer has gone out, so its sender can be quicker.
    for (int i = 0;
        i < 100 && !metrics.contains(faults("anonymous", "unknown", "NOT_AUTHENTICATED"));
        i++) {
      Thread.sleep(100);
      metrics = metrics(admin).body();
    }
    assertThat(metrics)
        .contains(
            calls("count", "it-counted", "DepositBriefing") + " 3",
            calls("count", "it-counted", "unknown") + " 1",
            calls("sum", "it-counted", "DepositBriefing"),
            faults("it-counted", "DepositBriefing", "UNKNOWN_VALUE") + " 1.0",
            faults("it-counted", "unknown", "MALFORMED") + " 1.0",
            faults("anonymous", "unknown", "NOT_AUTHENTICATED"),
            "jvm_memory_used_bytes",
            "process_uptime_seconds")
        .doesNotContain("Peace");
  }

  @Test
  void metrics_are_for_administrators_only() throws Exception {
    assertThat(metrics("").statusCode()).isEqualTo(401);
    assertThat(metrics(Api.basic("admin", "wrong")).statusCode()).isEqualTo(401);
    assertThat(metrics(api.account("archivist")).statusCode()).isEqualTo(403);
    HttpResponse<String> told = metrics(admin);
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(told.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void the_access_log_tells_client_operation_and_outcome_but_nothing_that_was_said()
      throws Exception {
    account("it-logged");
    HttpResponse<String> answer = deposit("it-logged", right());
    assertThat(answer.headers().firstValue("Communique-Call"))
        .hasValue("it-logged DepositBriefing OK");
    assertThat(deposit("it-logged", wrong()).headers().firstValue("Communique-Call"))
        .hasValue("it-logged DepositBriefing UNKNOWN_VALUE");
    assertThat(api.send("", "GET", "search?q=" + WORD, "").statusCode()).isEqualTo(200);
    String log = accessLog("\"it-logged DepositBriefing UNKNOWN_VALUE\"");
    assertThat(log)
        .contains(
            "\"POST /soap/deposit\" 200",
            "\"it-logged DepositBriefing OK\"",
            "\"GET /api/v1/search\" 200")
        .doesNotContain(WORD, PASSWORD, "q=", "Basic ", "?");
  }

  @Test
  void a_watched_account_has_its_messages_kept_without_their_content() throws Exception {
    account("it-watched");
    account("it-not-watched");
    assertThat(deposit("it-watched", right()).statusCode()).isEqualTo(200);
    watch("it-watched", Instant.now().plusSeconds(3600), 204);
    Thread.sleep(REMEMBERED_MILLISECONDS);
    assertThat(deposit("it-watched", withToken("it-watched")).statusCode()).isEqualTo(200);
    assertThat(deposit("it-not-watched", right()).statusCode()).isEqualTo(200);
    assertThat(deposit("it-watched", wrong()).statusCode()).isEqualTo(500);
    assertThat(deposit("it-watched", right().replace("</Headline>", "")).statusCode())
        .isEqualTo(500);
    awaitMessages("it-watched", 3);
    JsonNode messages = messages("it-watched", "?limit=100");
    assertThat(messages.get("watchedUntil").asText()).isNotEmpty();
    assertThat(messages.get("messages")).hasSize(3);
    JsonNode broken = messages.at("/messages/0");
    JsonNode refused = messages.at("/messages/1");
    JsonNode done = messages.at("/messages/2");
    assertThat(broken.get("outcome").asText()).isEqualTo("MALFORMED");
    assertThat(broken.get("request").asText()).contains("<Headline>", "[not readable from line ");
    assertThat(refused.get("outcome").asText()).isEqualTo("UNKNOWN_VALUE");
    assertThat(refused.get("answer").asText())
        .contains("<Reason>UNKNOWN_VALUE</Reason>", "<Field>Kind</Field>", "<Value>[");
    assertThat(done.get("outcome").asText()).isEqualTo("OK");
    assertThat(done.get("operation").asText()).isEqualTo("DepositBriefing");
    assertThat(done.get("request").asText())
        .contains("<Office>XV-PRES</Office>", "<Headline>[11 characters]</Headline>")
        .doesNotContain("Security", "Username");
    assertThat(done.get("answer").asText()).contains("<DepositBriefingResponse", "<BriefingId>");
    assertThat(messages.toString()).doesNotContain(WORD, PASSWORD, "statement of");
    assertThat(messages("it-not-watched", "").get("messages")).isEmpty();
    assertThat(messages("it-not-watched", "").has("watchedUntil")).isFalse();
  }

  @Test
  void the_list_goes_on_where_its_page_ended_and_nothing_is_kept_after_the_watch()
      throws Exception {
    account("it-ended");
    watch("it-ended", Instant.now().plusSeconds(60), 204);
    Thread.sleep(REMEMBERED_MILLISECONDS);
    for (int i = 0; i < 3; i++) {
      assertThat(deposit("it-ended", wrong()).statusCode()).isEqualTo(500);
    }
    awaitMessages("it-ended", 3);
    JsonNode first = messages("it-ended", "?limit=2");
    assertThat(first.get("messages")).hasSize(2);
    String next = first.get("next").asText();
    JsonNode second = messages("it-ended", next.substring(next.indexOf('?')));
    assertThat(second.get("messages")).hasSize(1);
    assertThat(second.has("next")).isFalse();
    assertThat(api.send(admin, "DELETE", log("it-ended"), "").statusCode()).isEqualTo(204);
    assertThat(api.send(admin, "DELETE", log("it-ended"), "").statusCode()).isEqualTo(204);
    Thread.sleep(REMEMBERED_MILLISECONDS);
    assertThat(deposit("it-ended", wrong()).statusCode()).isEqualTo(500);
    assertThat(messages("it-ended", "").get("messages")).hasSize(3);
  }

  @Test
  void an_account_is_watched_by_administrators_only_and_for_a_day_at_most() throws Exception {
    account("it-private");
    String until = "{\"until\":\"" + Instant.now().plusSeconds(60) + "\"}";
    String archivist = api.account("archivist");
    for (String method : new String[] {"PUT", "GET", "DELETE"}) {
      String body = method.equals("PUT") ? until : "";
      assertThat(api.send(archivist, method, log("it-private"), body).statusCode()).isEqualTo(403);
      assertThat(api.send("", method, log("it-private"), body).statusCode()).isEqualTo(401);
      assertThat(api.send(admin, method, log("it-nobody"), body).statusCode()).isEqualTo(404);
    }
    watch("it-private", Instant.now().plusSeconds(25 * 3600), 400);
    watch("it-private", Instant.now().minusSeconds(1), 400);
    assertThat(api.send(admin, "PUT", log("it-private"), "{}").statusCode()).isEqualTo(400);
  }

  private static String calls(String what, String client, String operation) {
    return "communique_soap_calls_seconds_%s{client=\"%s\",operation=\"%s\"}"
        .formatted(what, client, operation);
  }

  private static String faults(String client, String operation, String reason) {
    return "communique_soap_faults_total{client=\"%s\",operation=\"%s\",reason=\"%s\"}"
        .formatted(client, operation, reason);
  }

  private HttpResponse<String> metrics(String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(system.httpsUri().resolve("metrics"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  private static String right() throws IOException {
    return SoapClient.example("depositBriefing/shortest.xml")
        .replace("It has one sentence.", "A statement of " + WORD);
  }

  private static String wrong() throws IOException {
    return right().replace(">statement<", ">said of " + WORD + "<");
  }

  private static String withToken(String name) throws IOException {
    return UsernameTokenText.with("password-text", PASSWORD)
        .replace(SoapClient.DEPOSITOR, name)
        .replace("It has one sentence.", "A statement of " + WORD);
  }

  private HttpResponse<String> deposit(String account, String message) throws Exception {
    return system
        .client()
        .send(
            soap.request(
                    "soap/deposit?q=" + WORD, SoapClient.XML11, BodyPublishers.ofString(message))
                .header("Authorization", SoapClient.basic(account, PASSWORD))
                .build(),
            BodyHandlers.ofString());
  }

  // It is written a moment later, by a thread of its own.
  private String accessLog(String last) throws Exception {
    Path file = system.home().resolve("liberty/servers/communique/logs/access.log");
    String log = "";
    for (int i = 0; i < 100 && !log.contains(last); i++) {
      Thread.sleep(100);
      log = Files.exists(file) ? Files.readString(file) : "";
    }
    return log;
  }

  private void account(String name) throws Exception {
    String account =
        "{\"role\":\"depositor\",\"offices\":[\"XV-PRES\"],\"password\":\"" + PASSWORD + "\"}";
    assertThat(api.send(admin, "PUT", "accounts/" + name, account).statusCode()).isIn(200, 201);
  }

  private void watch(String name, Instant until, int status) throws Exception {
    String watch = "{\"until\":\"" + until + "\"}";
    assertThat(api.send(admin, "PUT", log(name), watch).statusCode()).isEqualTo(status);
  }

  // A message is kept when its answer has gone out, so its sender can be quicker.
  private void awaitMessages(String name, int count) throws Exception {
    for (int i = 0; i < 100 && messages(name, "?limit=100").get("messages").size() < count; i++) {
      Thread.sleep(100);
    }
  }

  private JsonNode messages(String name, String query) throws Exception {
    HttpResponse<String> answer = api.send(admin, "GET", log(name) + query, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    SchemaCheck.assertValid(
        "message-log.schema.json", answer.body().getBytes(StandardCharsets.UTF_8));
    return new ObjectMapper().readTree(answer.body());
  }

  private static String log(String name) {
    return "accounts/" + name + "/message-log";
  }
}
