package communique.doors.rest;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Briefings to be linked, their links, and what is told of them. */
final class Links {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSystem system;
  private final RestClient office;
  private final RestClient archivist;
  private final RestClient anybody;

  Links(RunningSystem system) throws IOException {
    this.system = system;
    this.office = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
    this.anybody = RestClient.anonymous(system);
  }

  /** The office that deposits and links. */
  RestClient office() {
    return office;
  }

  RestClient archivist() {
    return archivist;
  }

  RestClient anybody() {
    return anybody;
  }

  /** Deposits a briefing of one edition as the office, and gives its identity. */
  String deposit(String language, String... more) throws Exception {
    return deposit(office, "XV-PRES", language, more);
  }

  /** The same as somebody else and of another office. */
  static String deposit(RestClient who, String of, String language, String... more)
      throws Exception {
    String said =
        statement("In " + language, more)
            .replace("\"en\"", '"' + language + '"')
            .replace("XV-PRES", of);
    return field("briefing", who.must("POST", "briefings", said));
  }

  /** Corrects the newest version of an edition, as the office. */
  void correct(String id, String language, String headline, String... more) throws Exception {
    String path = "briefings/" + id + "/" + language;
    String base = office.get(path).headers().firstValue("ETag").orElseThrow();
    List<String> all = new ArrayList<>(List.of(more));
    all.add("\"significance\":\"minor\"");
    office.must("PUT", path, edition("", headline, all.toArray(String[]::new)), "If-Match", base);
  }

  /** Links two briefings. */
  static void link(RestClient who, String one, String other, String... translations)
      throws Exception {
    who.must("POST", "briefings/" + one + "/links", body(other, translations));
  }

  /** What links a briefing with another. */
  static String body(String other, String... translations) {
    String said =
        translations.length == 0
            ? ""
            : ",\"translations\":[" + String.join(",", translations) + "]";
    return "{\"briefing\":\"" + other + "\"" + said + "}";
  }

  /** An edition that is a translation of another. */
  static String rendering(String language, String from, String more) {
    return "{\"language\":\"%s\",\"from\":\"%s\",\"translator\":\"A. Weber\"%s}"
        .formatted(language, from, more);
  }

  /** The identities of those that a reader is told to be linked with a briefing. */
  static List<String> linkedWith(RestClient who, String id) throws Exception {
    List<String> ids = new ArrayList<>();
    JSON.readTree(who.must("GET", "briefings/" + id, ""))
        .path("linked")
        .forEach(linked -> ids.add(linked.get("id").asText()));
    return ids;
  }

  /** The only edition of a briefing, in short. */
  static JsonNode only(RestClient who, String id) throws Exception {
    JsonNode editions = JSON.readTree(who.must("GET", "briefings/" + id, "")).get("editions");
    assertThat(editions).hasSize(1);
    return editions.get(0);
  }

  /** Where a reader is led that likes these languages; empty when nowhere. */
  static String location(RestClient who, String path, String liked) throws Exception {
    return who.get(path, "Accept-Language", liked).headers().firstValue("Location").orElse("");
  }

  /** Sees to it that an answer is a problem of the contract, with all that it tells. */
  static void problem(
      HttpResponse<String> answer, int status, String reason, String field, String value)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("urn:communique:problem:" + reason);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("rule").asText()).isNotBlank();
    assertThat(problem.path("value").asText()).isEqualTo(value);
  }

  /** The one number that the database answers with. */
  long number(String query) throws Exception {
    try (var database = system.database();
        var statement = database.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
