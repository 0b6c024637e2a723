package communique.doors.rest;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the REST door with an account, or without. */
public final class RestClient {
  private final RunningSystem system;
  private final String authorization;

  private RestClient(RunningSystem system, String authorization) {
    this.system = system;
    this.authorization = authorization;
  }

  /** A client that logs in by HTTP Basic. */
  public static RestClient as(String account, RunningSystem system) throws IOException {
    String login = account + ":" + system.password(account);
    return new RestClient(
        system,
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same client, speaking with another node. */
  public RestClient at(RunningSystem node) {
    return new RestClient(node, authorization);
  }

  /** A client without an account. */
  public static RestClient anonymous(RunningSystem system) {
    return new RestClient(system, "");
  }

  /**
   * Sends a request and gives the answer, whatever it is.
   *
   * @param path below {@code /api/v1/}, or from the root when it begins with a slash
   * @param headers names and values by turns
   */
  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return body.isEmpty()
        ? send("", method, path, BodyPublishers.noBody(), headers)
        : send("application/json", method, path, BodyPublishers.ofString(body), headers);
  }

  private HttpResponse<String> send(
      String type, String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    URI root = authorization.isEmpty() ? system.httpUri() : system.httpsUri();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path.startsWith("/") ? path : "/api/v1/" + path))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  /**
   * Sends what a page's form would.
   *
   * @param fields encoded as a form has them
   * @param headers names and values by turns
   */
  public HttpResponse<String> form(String path, String fields, String... headers)
      throws IOException, InterruptedException {
    return send(
        "application/x-www-form-urlencoded",
        "POST",
        path,
        BodyPublishers.ofString(fields),
        headers);
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  /** Hands a file over by itself. */
  public HttpResponse<String> upload(String type, byte[] file)
      throws IOException, InterruptedException {
    return send(type, "POST", "media", BodyPublishers.ofByteArray(file));
  }

  /**
   * Sends a request that must be carried out.
   *
   * @throws AssertionError when it is not
   */
  public String must(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body, headers);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  /** The first value of a field in a JSON text. */
  public static String field(String name, String json) {
    Matcher field = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    if (!field.find()) {
      throw new AssertionError("no " + name + " in " + json);
    }
    return field.group(1);
  }

  /** A statement of XV-PRES in English, as JSON; further fields may be put in. */
  public static String statement(String headline, String... more) {
    return briefing("en", headline, "\"office\":\"XV-PRES\",\"kind\":\"statement\"", more);
  }

  /** An edition or a correction, as JSON. */
  public static String edition(String language, String headline, String... more) {
    return briefing(language, headline, "\"keywords\":[\"harbour\"]", more);
  }

  private static String briefing(String language, String headline, String first, String... more) {
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return """
        {%s,"language":"%s","headline":"%s",
         "body":[{"type":"paragraph","text":[{"text":"%s was said."}]}]%s}"""
        .formatted(first, language, headline, headline, rest)
        .replace("\"language\":\"\",", "");
  }
}
