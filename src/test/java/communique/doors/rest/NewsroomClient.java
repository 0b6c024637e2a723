package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Hands over as a ministry does over REST, and reads as anybody may. */
final class NewsroomClient {
  private final RunningSystem system;
  private final String authorization;

  NewsroomClient(RunningSystem system) throws IOException {
    this.system = system;
    String account = "xv-depositor:" + system.password("xv-depositor");
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
  }

  /** Reads, with headers as pairs of name and value. */
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpUri().resolve(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  /** Hands over JSON, with headers as pairs of name and value, and demands that it is kept. */
  HttpResponse<String> hand(String method, String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpsUri().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = system.client().send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
