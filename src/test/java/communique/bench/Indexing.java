package communique.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How fast the archive indexes beside Elasticsearch itself with the same documents. */
record Indexing(RunningSystem system, Wrk wrk, Table table) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEARCHED = "/communique-v4-public";
  private static final String OWN = "/bench";
  private static final String PAGE = "{\"size\":500,\"sort\":[{\"briefing\":\"asc\"}]%s}";
  private static final int BYTES_AT_ONCE = 4_000_000;
  private static final int MINUTES = 15;

  /** Waits until all that was handed over is found. */
  static void await(RunningSystem system) throws IOException, InterruptedException {
    RestClient administrator = RestClient.as("admin", system);
    for (int i = 0; i < MINUTES * 60; i++) {
      JsonNode index = JSON.readTree(administrator.must("GET", "index", ""));
      JsonNode lag = index.get("lag");
      if (index.has("serving")
          && lag.get("single").asDouble() == 0
          && lag.get("imported").asDouble() == 0) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("not all is indexed in time");
  }

  void measure() throws IOException, InterruptedException {
    List<Path> bulks = documents();
    JsonNode index = index();
    Rate own = bulk(bulks, index);
    ((ObjectNode) index.get("settings")).put("refresh_interval", "-1");
    Rate unseen = bulk(bulks, index);
    Rate rebuild = rebuild();
    table.add(
        "indexing, a rebuild; floor Elasticsearch, bulk of the same documents into the same index",
        own,
        rebuild,
        "0.9");
    table.add("the same; floor without refreshes, as a rebuild is", unseen, rebuild, "");
    for (Path bulk : bulks) {
      Files.delete(bulk);
    }
  }

  private Rate rebuild() throws IOException, InterruptedException {
    RestClient administrator = RestClient.as("admin", system);
    Machine.Used before = wrk.machine().used();
    JsonNode rebuild = JSON.readTree(administrator.must("POST", "index/rebuilds", ""));
    String address = rebuild.get("href").asText();
    while (rebuild.get("state").asText().equals("filling")) {
      TimeUnit.MILLISECONDS.sleep(250);
      rebuild = JSON.readTree(administrator.must("GET", address, ""));
    }
    if (!rebuild.get("state").asText().equals("serving")) {
      throw new IOException("the rebuild failed: " + rebuild);
    }
    Duration duration =
        Duration.between(
            Instant.parse(rebuild.get("startedAt").asText()),
            Instant.parse(rebuild.get("finishedAt").asText()));
    double seconds = duration.toMillis() / 1000.0;
    return new Rate(
        rebuild.get("filled").asLong() / seconds,
        Double.NaN,
        wrk.machine().used().since(before).over(seconds));
  }

  /** The documents that the archive made, in requests so large that their number costs nothing. */
  private List<Path> documents() throws IOException, InterruptedException {
    List<Path> bulks = new ArrayList<>();
    StringBuilder bulk = new StringBuilder();
    String after = "";
    while (true) {
      JsonNode hits = JSON.readTree(ask("POST", SEARCHED + "/_search", PAGE.formatted(after)));
      hits = hits.get("hits").get("hits");
      for (JsonNode hit : hits) {
        bulk.append("{\"index\":{\"_id\":\"")
            .append(hit.get("_id").asText())
            .append("\"}}\n")
            .append(hit.get("_source"))
            .append('\n');
        if (bulk.length() > BYTES_AT_ONCE) {
          bulks.add(write(bulk, bulks.size()));
        }
      }
      if (hits.isEmpty()) {
        break;
      }
      after = ",\"search_after\":" + hits.get(hits.size() - 1).get("sort");
    }
    bulks.add(write(bulk, bulks.size()));
    return bulks;
  }

  private Path write(StringBuilder bulk, int number) throws IOException {
    Path file = wrk.folder().resolve("bulk-" + number);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.append(bulk);
    }
    bulk.setLength(0);
    return file;
  }

  /** How an index is made that is as the archive's. */
  private JsonNode index() throws IOException, InterruptedException {
    JsonNode there = JSON.readTree(ask("GET", SEARCHED, "")).elements().next();
    ObjectNode settings = ((ObjectNode) there.get("settings").get("index")).deepCopy();
    settings.remove(List.of("uuid", "version", "creation_date", "provided_name", "routing"));
    ObjectNode all = JSON.createObjectNode();
    all.set("settings", settings);
    all.set("mappings", there.get("mappings"));
    return all;
  }

  private Rate bulk(List<Path> bulks, JsonNode index) throws IOException, InterruptedException {
    ask("PUT", OWN, index.toString());
    Machine.Used before = wrk.machine().used();
    long start = System.nanoTime();
    for (Path bulk : bulks) {
      String answer = send("POST", OWN + "/_bulk", BodyPublishers.ofFile(bulk));
      if (!answer.contains("\"errors\":false")) {
        throw new IOException("not all was indexed: " + answer);
      }
    }
    ask("POST", OWN + "/_refresh", "");
    double seconds = (System.nanoTime() - start) / 1e9;
    String busy = wrk.machine().used().since(before).over(seconds);
    long count = JSON.readTree(ask("GET", OWN + "/_count", "")).get("count").asLong();
    ask("DELETE", OWN, "");
    return new Rate(count / seconds, Double.NaN, busy);
  }

  private String ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(
        method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private String send(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        system
            .client()
            .send(
                HttpRequest.newBuilder(system.searchUri().resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, body)
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }
}
