package communique.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Elasticsearch itself, asked by {@code multi_match} over all text fields of the public index, as
 * it is without any parameter: what is had without thinking about search.
 */
final class Baseline implements Engine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEX = "/communique-v4-public/";

  /** Of fields that are in no nested document. */
  private static final String ROOT = "";

  private final RunningSystem system;
  private final Map<String, List<String>> fields = new TreeMap<>();

  Baseline(RunningSystem system) throws IOException, InterruptedException {
    this.system = system;
    for (JsonNode index : send("GET", "_mapping", "")) {
      collect(index.get("mappings"), "", ROOT);
    }
  }

  /** Makes one segment of the index, so that the same texts have the same weights in each run. */
  void settle() throws IOException, InterruptedException {
    send("POST", "_refresh", "");
    send("POST", "_forcemerge?max_num_segments=1", "");
    send("POST", "_refresh", "");
  }

  /** How many documents there are. */
  long documents() throws IOException, InterruptedException {
    return send("GET", "_count", "").get("count").asLong();
  }

  @Override
  public String name() {
    return "multi_match";
  }

  @Override
  public List<UUID> ask(String query) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("size", HITS).put("_source", "briefing");
    ArrayNode should = body.putObject("query").putObject("bool").putArray("should");
    fields.forEach(
        (path, names) -> {
          ObjectNode match = JSON.createObjectNode();
          match.putObject("multi_match").put("query", query).set("fields", JSON.valueToTree(names));
          should.add(path.equals(ROOT) ? match : nested(path, match));
        });
    Set<UUID> briefings = new LinkedHashSet<>();
    for (JsonNode hit : send("POST", "_search", body.toString()).get("hits").get("hits")) {
      briefings.add(UUID.fromString(hit.get("_source").get("briefing").asText()));
    }
    return new ArrayList<>(briefings);
  }

  private static ObjectNode nested(String path, ObjectNode match) {
    ObjectNode nested = JSON.createObjectNode();
    nested.putObject("nested").put("path", path).put("score_mode", "max").set("query", match);
    return nested;
  }

  private void collect(JsonNode mapping, String prefix, String path) {
    for (String kind : List.of("properties", "fields")) {
      mapping
          .path(kind)
          .properties()
          .forEach(
              field -> {
                String name = prefix + field.getKey();
                String type = field.getValue().path("type").asText();
                if (type.equals("text")) {
                  fields.computeIfAbsent(path, none -> new ArrayList<>()).add(name);
                }
                collect(field.getValue(), name + ".", type.equals("nested") ? name : path);
              });
    }
  }

  private JsonNode send(String method, String address, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.searchUri().resolve(INDEX + address))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
