package communique.doors.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the REST door does not carry out, it answers with a problem that says why. */
@ExtendWith(RunningSystem.Shared.class)
class RefusedOverRestIT {
  private final RunningSystem system;

  RefusedOverRestIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({
    "briefings?limit=0, 400, limit",
    "briefings?limit=x, 400, limit",
    "briefings?after=x, 400, after",
    "briefings?after=%2B999999999-01-01_1-1-1-1-1, 400, after",
    "briefings?issuedFrom=%2B999999999-01-01, 400, issuedFrom",
    "briefings?eventTo=-0001-01-01, 400, eventTo",
    "briefings?language=xx-, 400, language",
    "briefings?office=x, 400, office",
    "briefings?offise=XV-PRES, 400, offise",
    "briefings?order=oldest, 400, order",
    "briefings?office=XV-PRES&office=KR-PRES, 400, office",
    "search?q=a&offise=XV-PRES, 400, offise",
    "search?q=a&q=b, 400, q",
    "changes?aftr=5, 400, aftr",
    "offices?language=de, 400, language",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de?fromat=ris, 400, fromat",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de/versions/1?fromat=ris, 400, fromat",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/edition?fromat=ris, 400, fromat",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de?format=ris&format=text, 400, format",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de?format=pdf, 400, format",
    "changes?limit=5&limit=6, 400, limit",
    "briefings/x, 400, id",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab, 404, briefing",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de, 404, language",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de/versions/1, 404, version",
    "briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de/versions/x, 400, version",
    "media/x, 400, sha256",
    "search, 400, q",
    "search?q=a&limit=101, 400, limit",
    "schemas/passwd, 404, name"
  })
  void a_mistake_is_told_with_its_field(String path, int status, String field) throws Exception {
    HttpResponse<String> answer = get("/api/v1/" + path);
    assertProblem(answer, status);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, index/parked?breifing=01983a5c-7e1b-7c3e-9a55-0123456789ab, breifing",
    "POST, index/comparison?mned=true, mned",
    "POST, imports?ofice=XV-PRES, ofice",
    "POST, imports?office=XV-PRES&office=KR-PRES, office",
    "DELETE, briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/embargo?langauge=de, langauge",
    "DELETE, briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/links?language=de, language",
    "PUT, accounts/it-x?role=reader, role"
  })
  void a_change_with_a_parameter_that_nobody_reads_is_not_made(
      String method, String path, String parameter) throws Exception {
    HttpResponse<String> answer = RestClient.as("admin", system).send(method, path, "{}");
    assertProblem(answer, 400);
    assertThat(answer.body()).contains("\"field\":\"" + parameter + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | offices | Accept | a/b;q=zz",
        "GET | offices | Accept | application/json;q=2",
        "GET | offices | Accept | text/html, nonsense",
        "GET | changes/events | Accept | text/event-stream;q=x",
        "GET | offices | Accept-Language | de;q=zz",
        "POST | briefings | Content-Type | application/json;q=x",
        "POST | briefings | Content-Type | foo",
        "POST | media | Content-Type | foo",
        "POST | imports | Content-Type | /"
      })
  void a_header_that_cannot_be_read_is_told_with_its_name_and_value(
      String method, String path, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/" + path))
            .method(method, BodyPublishers.noBody())
            .header(header, value)
            .build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertProblem(answer, 400);
    assertThat(answer.body())
        .contains("\"field\":\"" + header + "\"", "\"value\":\"" + value + "\"");
  }

  @Test
  void what_old_clients_accept_can_be_read() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/offices"))
            .header("Accept", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")
            .header("Accept-Language", "de-DE,de;q=0.9,en;q=0.8")
            .build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void a_path_that_does_not_exist_and_a_method_that_is_not_offered_are_problems_too()
      throws Exception {
    assertProblem(get("/api/v1/nothing"), 404);
    HttpRequest post =
        HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/offices"))
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> refused = system.client().send(post, BodyHandlers.ofString());
    assertProblem(refused, 405);
    assertThat(refused.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void a_password_is_not_accepted_where_others_can_listen() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/briefings"))
            .header("Authorization", basic("archivist", system.password("archivist")))
            .build();
    assertProblem(system.client().send(request, BodyHandlers.ofString()), 403);
  }

  @Test
  void a_wrong_password_is_refused_and_the_right_one_gets_an_answer_for_nobody_else()
      throws Exception {
    assertProblem(secure("archivist", "wrong"), 401);
    assertProblem(secure("archivist\0", system.password("archivist")), 401);
    HttpResponse<String> answer = secure("archivist", system.password("archivist"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
  }

  @Test
  void what_would_be_kept_otherwise_than_it_was_sent_is_refused() throws Exception {
    String briefing = RestClient.statement("Präsident");
    assertProblem(deposit(briefing.getBytes(ISO_8859_1)), 400);
    assertProblem(deposit((briefing + briefing).getBytes(UTF_8)), 400);
    assertProblem(deposit((briefing + "<script>").getBytes(UTF_8)), 400);
    for (String reference : List.of("q\\u0000", "a\\ud800b", "a\\u0001b", "", "r".repeat(201))) {
      String named =
          RestClient.statement("A", "\"depositorReference\":\"" + reference + "\",\"x\":1");
      HttpResponse<String> answer = deposit(named.getBytes(UTF_8));
      assertProblem(answer, 400);
      // With all else that is wrong.
      assertThat(answer.body()).contains("\"field\":\"depositorReference\"", "\"field\":\"x\"");
    }
  }

  private HttpResponse<String> deposit(byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpsUri().resolve("/api/v1/briefings"))
            .header("Authorization", basic("xv-depositor", system.password("xv-depositor")))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return system.client().send(request, BodyHandlers.ofString());
  }

  @Test
  void what_a_client_has_already_is_not_sent_again() throws Exception {
    String tag = get("/api/v1/offices").headers().firstValue("ETag").orElseThrow();
    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
      HttpRequest again =
          HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/offices"))
              .header("If-None-Match", known)
              .build();
      HttpResponse<String> answer = system.client().send(again, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(system.httpUri().resolve(path)).build();
    return system.client().send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> secure(String name, String password) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpsUri().resolve("/api/v1/briefings"))
            .header("Authorization", basic(name, password))
            .build();
    return system.client().send(request, BodyHandlers.ofString());
  }

  private static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
  }
}
