package communique.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.Api;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The record as it is asked for over REST. */
final class RetrievalOverRestIT extends RetrievalContract {
  RetrievalOverRestIT(RunningSystem system) throws IOException {
    super(system, new OverRest(system));
  }

  private record OverRest(RunningSystem system) implements Asking {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Answer ask(String account, String operation, Map<String, String> question)
        throws Exception {
      HttpResponse<byte[]> answer =
          get(account, path(operation, question), question.getOrDefault("at", ""));
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() >= 400) {
        String type = json.get("type").asText();
        return new Answer(type.substring(type.lastIndexOf(':') + 1), List.of(), "");
      }
      return switch (operation) {
        case "GetVersion", "GetBriefingAsOf" ->
            new Answer("", List.of(json.get("headline").asText()), "");
        case "ListBriefings" -> page(json, "briefings", "id");
        case "SearchBriefings" -> page(json, "hits", "briefing");
        case "ListVersions" -> page(json, "versions", "version", "significance");
        default -> page(json, "changes", "briefing", "verb", "version", "significance");
      };
    }

    @Override
    public byte[] file(String account, String sha256) throws Exception {
      return get(account, "media/" + sha256, "").body();
    }

    @Override
    public byte[] original(String account, String id) throws Exception {
      return get(account, "briefings/" + id + "/en/versions/1/original", "").body();
    }

    private static Answer page(JsonNode json, String list, String... fields) {
      List<String> items =
          StreamSupport.stream(json.get(list).spliterator(), false)
              .map(
                  each ->
                      List.of(fields).stream()
                          .filter(each::has)
                          .map(field -> each.get(field).asText())
                          .collect(Collectors.joining(" ")))
              .toList();
      String next = json.has("next") ? json.get("next").asText() : "";
      return new Answer("", items, next.contains("?") ? parameter(next, "after") : next);
    }

    private static String parameter(String address, String name) {
      for (String each : URI.create(address).getQuery().split("&", -1)) {
        if (each.startsWith(name + "=")) {
          return each.substring(name.length() + 1);
        }
      }
      throw new AssertionError("no " + name + " in " + address);
    }

    private static String path(String operation, Map<String, String> question) {
      String edition = "briefings/" + question.get("id") + "/" + question.get("language");
      return switch (operation) {
        case "GetVersion" -> edition + "/versions/" + question.get("number");
        case "GetOriginal" -> edition + "/versions/" + question.get("number") + "/original";
        case "GetBriefingAsOf" -> edition;
        case "GetMedia" -> "media/" + question.get("sha256");
        case "ListBriefings" -> "briefings" + query(question);
        case "ListVersions" -> edition + "/versions" + query(page(question));
        case "SearchBriefings" -> "search" + query(question);
        default -> "changes" + query(question);
      };
    }

    /** What of a question about an edition does not stand in the path. */
    private static Map<String, String> page(Map<String, String> question) {
      Map<String, String> rest = new HashMap<>(question);
      rest.keySet().retainAll(List.of("after", "limit"));
      return rest;
    }

    private static String query(Map<String, String> question) {
      return question.entrySet().stream()
          .filter(each -> !each.getKey().equals("id"))
          .map(
              each ->
                  each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&", "?", ""));
    }

    private HttpResponse<byte[]> get(String account, String path, String at) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(system.httpsUri().resolve("/api/v1/").resolve(path));
      if (!account.isEmpty()) {
        request.header("Authorization", new Api(system).account(account));
      }
      if (!at.isEmpty()) {
        request.header(
            "Accept-Datetime",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.parse(at).atOffset(ZoneOffset.UTC)));
      }
      HttpResponse<byte[]> answer =
          system.client().send(request.build(), BodyHandlers.ofByteArray());
      return answer.statusCode() == 302
          ? get(account, answer.headers().firstValue("Location").orElseThrow(), "")
          : answer;
    }
  }
}
