package communique.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Keeps the index as an administrator does, and does to Elasticsearch what faults do. */
final class IndexKeeper {
  /** How long a test waits for something that is done with all that is in the archive. */
  static final Duration ALL = Duration.ofMinutes(2);

  private final RunningSystem system;
  private final RestClient admin;

  IndexKeeper(RunningSystem system) throws IOException {
    this(system, RestClient.as("admin", system));
  }

  private IndexKeeper(RunningSystem system, RestClient admin) {
    this.system = system;
    this.admin = admin;
  }

  /** The same, at another node. */
  IndexKeeper at(RunningSystem node) {
    return new IndexKeeper(system, admin.at(node));
  }

  /** How the index is. */
  JsonObject state() throws Exception {
    String state = admin.must("GET", "index", "");
    SchemaCheck.assertValid("index.schema.json", state.getBytes(UTF_8));
    return json(state);
  }

  /** The number of the indices that serve. */
  int serving() throws Exception {
    Searcher.await(() -> state().containsKey("serving"));
    return state().getJsonObject("serving").getJsonObject("rebuild").getInt("number");
  }

  /** The names of the indices that serve. */
  List<String> names() throws Exception {
    return state()
        .getJsonObject("serving")
        .getJsonArray("indices")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(index -> index.getString("name"))
        .toList();
  }

  /** Begins a rebuild. */
  JsonObject rebuild() throws Exception {
    String rebuild = admin.must("POST", "index/rebuilds", "");
    SchemaCheck.assertValid("index-rebuild.schema.json", rebuild.getBytes(UTF_8));
    return json(rebuild);
  }

  /** How a rebuild is by now. */
  JsonObject seen(JsonObject rebuild) throws Exception {
    return json(admin.must("GET", rebuild.getString("href"), ""));
  }

  JsonObject cancel(JsonObject rebuild) throws Exception {
    return json(admin.must("DELETE", rebuild.getString("href"), ""));
  }

  /** Compares index and record, and waits for the end. */
  JsonObject compare(boolean mending) throws Exception {
    String begun = admin.must("POST", "index/comparison?mend=" + mending, "");
    SchemaCheck.assertValid("index-comparison.schema.json", begun.getBytes(UTF_8));
    Searcher.await(() -> state().getJsonObject("comparison").containsKey("finishedAt"), ALL);
    return state().getJsonObject("comparison");
  }

  /** The parked documents, as they are told. */
  String parked() throws Exception {
    String parked = admin.must("GET", "index/parked", "");
    SchemaCheck.assertValid("index-parked.schema.json", parked.getBytes(UTF_8));
    return parked;
  }

  void retry(String briefing) throws Exception {
    admin.must("POST", "index/parked?briefing=" + briefing, "");
  }

  /** Says something to Elasticsearch itself, which must do it. */
  String tell(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.searchUri().resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.body();
  }

  /** Changes a setting of the index that serves. */
  void set(Shelf shelf, String setting, String value) throws Exception {
    tell("PUT", "/" + shelf.searchedAs() + "/_settings", "{\"" + setting + "\":" + value + "}");
  }

  /** Lets Elasticsearch make new indices, or not. */
  void allowNewIndices(boolean allowed) throws Exception {
    tell(
        "PUT",
        "/_cluster/settings",
        "{\"persistent\":{\"cluster.max_shards_per_node\":" + (allowed ? "null" : "1") + "}}");
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
