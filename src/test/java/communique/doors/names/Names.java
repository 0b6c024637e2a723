package communique.doors.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An archivist who keeps names, over REST. */
final class Names {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSystem system;
  private final RestClient archivist;

  Names(RunningSystem system) throws Exception {
    this.system = system;
    this.archivist = RestClient.as("archivist", system);
  }

  /** An identifier of Wikidata, of at most nine characters, that no other test has. */
  static String fresh() {
    return "Q" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  }

  static String record(String name, String wikidata) {
    return "{\"kind\":\"person\",\"names\":[{\"text\":\"%s\"}],\"ids\":{\"wikidata\":\"%s\"}}"
        .formatted(name, wikidata);
  }

  HttpResponse<String> get(String path) throws Exception {
    return RestClient.anonymous(system).get(path);
  }

  HttpResponse<String> post(String json) throws Exception {
    return archivist.post("authorities", json);
  }

  /** Adds a person and gives its identity. */
  String create(String name, String wikidata) throws Exception {
    return add(record(name, wikidata));
  }

  /** Adds an authority and gives its identity. */
  String add(String json) throws Exception {
    HttpResponse<String> made = post(json);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = json(made).get("id").asText();
    assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/authorities/" + id);
    return id;
  }

  /**
   * Puts a person without identifiers in the place of an authority.
   *
   * @param seen the tag to send; empty for none
   */
  HttpResponse<String> put(String id, String seen, String name) throws Exception {
    String body = "{\"kind\":\"person\",\"names\":[{\"text\":\"%s\"}]}".formatted(name);
    return seen.isEmpty()
        ? archivist.send("PUT", "authorities/" + id, body)
        : archivist.send("PUT", "authorities/" + id, body, "If-Match", seen);
  }

  /** The tag of an authority as it is now. */
  String tag(String id) throws Exception {
    return get("authorities/" + id).headers().firstValue("ETag").orElseThrow();
  }

  /** Sends a change of an authority that was made from its state as it is now. */
  HttpResponse<String> change(RestClient who, String method, String id, String what, String body)
      throws Exception {
    return who.send(method, "authorities/" + id + "/" + what, body, "If-Match", tag(id));
  }

  JsonNode importFile(byte[] file) throws Exception {
    HttpResponse<String> answer = sendFile(file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    communique.rest.SchemaCheck.assertValid(
        "authority-import.schema.json", answer.body().getBytes(StandardCharsets.UTF_8));
    return json(answer);
  }

  HttpResponse<String> sendFile(byte[] file) throws Exception {
    String login = "archivist:" + system.password("archivist");
    URI address = system.httpsUri().resolve("/api/v1/authorities/import");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofMinutes(5))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(file))
            .build();
    return system.client().send(request, BodyHandlers.ofString());
  }

  /** The record of whoever has an identifier of Wikidata. */
  JsonNode find(String wikidata) throws Exception {
    try (Connection database = system.database();
        PreparedStatement query =
            database.prepareStatement(
                "select authority from authority_identifier where scheme = 'wikidata'"
                    + " and value = ?")) {
      query.setString(1, wikidata);
      ResultSet row = query.executeQuery();
      assertThat(row.next()).isTrue();
      return json(get("authorities/" + row.getString(1)));
    }
  }

  /** What the journal says of an authority: verb, version, actor. */
  List<String> journal(String id) throws Exception {
    List<String> entries = new ArrayList<>();
    try (Connection database = system.database();
        PreparedStatement query =
            database.prepareStatement(
                "select verb || ' ' || version || ' ' || actor from authority_journal"
                    + " where authority = cast(? as uuid) order by position")) {
      query.setString(1, id);
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        entries.add(rows.getString(1));
      }
    }
    return entries;
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
