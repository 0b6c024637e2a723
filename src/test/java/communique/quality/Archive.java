package communique.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The archive itself, by REST and without an account. */
final class Archive implements Engine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestClient reader;

  Archive(RunningSystem system) {
    this.reader = RestClient.anonymous(system);
  }

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public List<UUID> ask(String query) throws IOException, InterruptedException {
    Set<UUID> briefings = new LinkedHashSet<>();
    for (JsonNode hit : search(query).get("hits")) {
      briefings.add(UUID.fromString(hit.get("briefing").asText()));
    }
    return new ArrayList<>(briefings);
  }

  /** Whether it knows a name in other spellings. */
  boolean widens(String name) throws IOException, InterruptedException {
    return search(name).has("widened");
  }

  private JsonNode search(String query) throws IOException, InterruptedException {
    String address = "search?limit=" + HITS + "&q=";
    HttpResponse<String> answer =
        reader.get(address + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException(query + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
