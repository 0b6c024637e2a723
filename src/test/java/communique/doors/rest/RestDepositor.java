package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** A ministry system that hands over, corrects and withdraws over REST; and anybody, who reads. */
final class RestDepositor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final RunningSystem system;
  private final String authorization;

  RestDepositor(RunningSystem system) throws IOException {
    this.system = system;
    String account = "xv-depositor:" + system.password("xv-depositor");
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
  }

  /** Hands over a statement; {@code more} are further fields of it, each with a comma before. */
  UUID deposit(String language, String headline, String more) throws Exception {
    String body =
        "{\"office\":\"XV-PRES\",\"kind\":\"statement\",\"language\":\"%s\",%s}"
            .formatted(language, said(headline, more));
    HttpResponse<String> answer = send("POST", "/api/v1/briefings", body, "");
    return UUID.fromString(read(answer, 201).get("briefing").asText());
  }

  /** Hands over a further edition. */
  void translate(UUID briefing, String language, String headline, String more) throws Exception {
    String body = "{\"language\":\"%s\",%s}".formatted(language, said(headline, more));
    read(send("POST", "/api/v1/briefings/" + briefing + "/editions", body, ""), 201);
  }

  /** Corrects what everybody sees. */
  void correct(UUID briefing, String language, String significance, String headline)
      throws Exception {
    correct(briefing, language, significance, headline, "");
  }

  void correct(UUID briefing, String language, String significance, String headline, String more)
      throws Exception {
    String address = "/api/v1/briefings/" + briefing + "/" + language;
    String tag = get(address).headers().firstValue("ETag").orElseThrow();
    String body =
        "{\"significance\":\"%s\",\"reason\":\"A figure was wrong\",%s}"
            .formatted(significance, said(headline, more));
    read(send("PUT", address, body, tag), 200);
  }

  /** Corrects what the depositor sees, be it withdrawn. */
  void correctAsDepositor(UUID briefing, String language, String significance, String headline)
      throws Exception {
    String body =
        "{\"significance\":\"%s\",\"reason\":\"A figure was wrong\",%s}"
            .formatted(significance, said(headline, ""));
    read(send("PUT", "/api/v1/briefings/" + briefing + "/" + language, body, "*"), 200);
  }

  void withdraw(UUID briefing) throws Exception {
    String body = "{\"reason\":\"It was a draft\"}";
    read(send("POST", "/api/v1/briefings/" + briefing + "/withdrawal", body, ""), 200);
  }

  void reinstate(UUID briefing) throws Exception {
    String body = "{\"reason\":\"It was no draft\"}";
    read(send("POST", "/api/v1/briefings/" + briefing + "/reinstatement", body, ""), 200);
  }

  /** Asks as anybody may; headers are names and values by turns. */
  HttpResponse<String> get(String address, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpUri().resolve(address)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  /** Asks for JSON as anybody may. */
  JsonNode json(String address) throws Exception {
    return read(get(address), 200);
  }

  URI uri(String address) {
    return system.httpUri().resolve(address);
  }

  private static JsonNode read(HttpResponse<String> answer, int status) throws IOException {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.uri() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static String said(String headline, String more) {
    return "\"headline\":\"%s\",\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Said & <done>.\"}]}]%s"
        .formatted(headline, more);
  }

  private HttpResponse<String> send(String method, String address, String body, String ifMatch)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpsUri().resolve(address))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }
}
