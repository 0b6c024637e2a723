package communique.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.search.Searcher;
import communique.search.server.Shelf;
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
public final class IndexKeeper {
  /** How long a test waits for something that is done with all that is in the archive. */
  public static final Duration ALL = Duration.ofMinutes(2);

  private final RunningSystem system;
  private final RestClient admin;

  public IndexKeeper(RunningSystem system) throws IOException {
    this(system, RestClient.as("admin", system));
  }

  private IndexKeeper(RunningSystem system, RestClient admin) {
    this.system = system;
    this.admin = admin;
  }

  /** The same, at another node. */
  public IndexKeeper at(RunningSystem node) {
    return new IndexKeeper(system, admin.at(node));
  }

  /** How the index is. */
  public JsonObject state() throws Exception {
    String state = admin.must("GET", "index", "");
    SchemaCheck.assertValid("index.schema.json", state.getBytes(UTF_8));
    return json(state);
  }

  /** The number of the indices that serve. */
  public int serving() throws Exception {
    Searcher.await(() -> state().containsKey("serving"));
    return state().getJsonObject("serving").getJsonObject("rebuild").getInt("number");
  }

  /** The names of the indices that serve. */
  public List<String> names() throws Exception {
    return state()
        .getJsonObject("serving")
        .getJsonArray("indices")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(index -> index.getString("name"))
        .toList();
  }

  /** Begins a rebuild. */
  public JsonObject rebuild() throws Exception {
    String rebuild = admin.must("POST", "index/rebuilds", "");
    SchemaCheck.assertValid("index-rebuild.schema.json", rebuild.getBytes(UTF_8));
    return json(rebuild);
  }

  /** How a rebuild is by now. */
  public JsonObject seen(JsonObject rebuild) throws Exception {
    return json(admin.must("GET", rebuild.getString("href"), ""));
  }

  public JsonObject cancel(JsonObject rebuild) throws Exception {
    return json(admin.must("DELETE", rebuild.getString("href"), ""));
  }

  /** Compares index and record, and waits for the end. */
  public JsonObject compare(boolean mending) throws Exception {
    String begun = admin.must("POST", "index/comparison?mend=" + mending, "");
    SchemaCheck.assertValid("index-comparison.schema.json", begun.getBytes(UTF_8));
    Searcher.await(() -> state().getJsonObject("comparison").containsKey("finishedAt"), ALL);
    return state().getJsonObject("comparison");
  }

  /** The parked documents, as they are told. */
  public String parked() throws Exception {
    String parked = admin.must("GET", "index/parked", "");
    SchemaCheck.assertValid("index-parked.schema.json", parked.getBytes(UTF_8));
    return parked;
  }

  public void retry(String briefing) throws Exception {
    admin.must("POST", "index/parked?briefing=" + briefing, "");
  }

  /** Says something to Elasticsearch itself, which must do it. */
  public String tell(String method, String path, String body) throws Exception {
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
  public void set(Shelf shelf, String setting, String value) throws Exception {
    tell("PUT", "/" + shelf.searchedAs() + "/_settings", "{\"" + setting + "\":" + value + "}");
  }

  /** Lets Elasticsearch make new indices, or not. */
  public void allowNewIndices(boolean allowed) throws Exception {
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
