package communique.doors.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import communique.doors.MinistrySystem;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ministry system that speaks REST. */
final class RestMinistry implements MinistrySystem {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REASONS = "urn:communique:problem:";

  private final RestClient client;
  private final MediaClient media;

  RestMinistry(RunningSystem system) throws IOException {
    this.client = RestClient.as("xv-depositor", system);
    this.media = new MediaClient(system);
  }

  @Override
  public Answer deposit(Text text) throws Exception {
    ObjectNode said = said(text);
    said.put("office", "XV-PRES").put("kind", "statement").put("language", text.language());
    return answer(client.post("briefings", said.toString()));
  }

  @Override
  public Answer add(String briefing, Text text) throws Exception {
    ObjectNode said = said(text).put("language", text.language());
    return answer(client.post("briefings/" + briefing + "/editions", said.toString()));
  }

  @Override
  public Answer correct(String briefing, int seen, String significance, Text text)
      throws Exception {
    String edition = "briefings/" + briefing + "/" + text.language();
    String tag =
        client
            .get(edition + "/versions/" + seen)
            .headers()
            .firstValue("ETag")
            .orElse("\"" + "0".repeat(64) + "\"");
    String said = said(text).put("significance", significance).toString();
    return answer(client.send("PUT", edition, said, "If-Match", tag));
  }

  @Override
  public Answer withdraw(
      String briefing, @Nullable String language, String reason, boolean titleShown)
      throws Exception {
    ObjectNode word = word(language, reason).put("titleShown", titleShown);
    return answer(client.post("briefings/" + briefing + "/withdrawal", word.toString()));
  }

  @Override
  public Answer reinstate(String briefing, @Nullable String language, String reason)
      throws Exception {
    String word = word(language, reason).toString();
    return answer(client.post("briefings/" + briefing + "/reinstatement", word));
  }

  @Override
  public Answer changeEmbargo(String briefing, Instant until, List<String> languages)
      throws Exception {
    ObjectNode wanted = JSON.createObjectNode().put("until", until.toString());
    languages.forEach(wanted.putArray("languages")::add);
    return answer(client.send("PUT", "briefings/" + briefing + "/embargo", wanted.toString()));
  }

  @Override
  public Answer liftEmbargo(String briefing, List<String> languages) throws Exception {
    String query =
        languages.stream().map(each -> "language=" + each).collect(Collectors.joining("&"));
    return answer(client.send("DELETE", "briefings/" + briefing + "/embargo?" + query, ""));
  }

  @Override
  public Answer attach(String type, byte[] file, String sha256) throws Exception {
    String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    return answer(
        media.send(
            "xv-depositor",
            media
                .request("media", BodyPublishers.ofByteArray(file))
                .header("Content-Type", type)
                .header("Repr-Digest", "sha-256=:" + digest + ":")));
  }

  @Override
  public Answer receipt(String id) throws Exception {
    return answer(client.get("deposits/" + id));
  }

  private static ObjectNode said(Text text) {
    ObjectNode said = JSON.createObjectNode().put("headline", text.headline());
    said.putArray("body")
        .addObject()
        .put("type", "paragraph")
        .putArray("text")
        .addObject()
        .put("text", text.headline() + " was said.");
    Map<String, String> more = text.more();
    put(said, "depositorReference", more.get("reference"));
    put(said, "embargo", more.get("embargo"));
    put(said, "reason", more.get("reason"));
    if (more.containsKey("translatedFrom")) {
      ObjectNode translation =
          said.putObject("translation").put("from", more.get("translatedFrom"));
      if (more.containsKey("translatedVersion")) {
        translation.put("version", Integer.parseInt(more.get("translatedVersion")));
      }
    }
    if (more.containsKey("photo")) {
      ObjectNode placement = said.putArray("media").addObject().put("role", "photo");
      placement.putObject("file").put("sha256", more.get("photo"));
    }
    return said;
  }

  private static void put(ObjectNode said, String name, @Nullable String value) {
    if (value != null) {
      said.put(name, value);
    }
  }

  private static ObjectNode word(@Nullable String language, String reason) {
    ObjectNode word = JSON.createObjectNode().put("reason", reason);
    put(word, "language", language);
    return word;
  }

  private static Answer answer(HttpResponse<String> response) throws IOException {
    JsonNode json = JSON.readTree(response.body());
    Map<String, String> values = new HashMap<>();
    json.properties().forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    if (response.statusCode() < 400) {
      return new Answer("", "", values);
    }
    String reason = json.get("type").asText().substring(REASONS.length());
    return new Answer(reason, json.path("field").asText(), values);
  }
}
