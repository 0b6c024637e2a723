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

/** A client of the REST door, over HTTPS. */
public final class Api {
  private final RunningSystem system;
  private final String ifMatch;

  public Api(RunningSystem system) {
    this(system, "");
  }

  private Api(RunningSystem system, String ifMatch) {
    this.system = system;
    this.ifMatch = ifMatch;
  }

  /** The same client, which changes only what is still as it has seen it. */
  public Api ifMatch(String tag) {
    return new Api(system, tag);
  }

  /** The header of an account of setup.json. */
  public String account(String name) throws IOException {
    return basic(name, system.password(name));
  }

  public static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  public static String bearer(String token) {
    return "Bearer " + token;
  }

  private static String type(String path, String body) {
    return path.startsWith("imports")
        ? "application/x-ndjson"
        : body.startsWith("%PDF") ? "application/pdf" : "application/json";
  }

  /**
   * Sends a request.
   *
   * @param authorization the header; empty for none
   * @param path below /api/v1/
   * @param json the body, which may also be a small PDF; empty for none
   */
  public HttpResponse<String> send(String authorization, String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpsUri().resolve("/api/v1/" + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", type(path, json));
    }
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }
}
