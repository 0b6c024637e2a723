package communique.doors.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Who imports, over REST. */
public final class Importer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

  private final RunningSystem system;
  private final String account;

  public Importer(RunningSystem system, String account) {
    this.system = system;
    this.account = account;
  }

  /** Begins an import and gives its address. */
  public String begin(String query, String type, BodyPublisher file) throws Exception {
    HttpResponse<String> answer = start(query, type, file);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> start(String query, String type, BodyPublisher file) throws Exception {
    return send(request("/api/v1/imports" + query).header("Content-Type", type).POST(file).build());
  }

  /** Imports lines and gives the import when it is over. */
  JsonNode lines(String query, String... lines) throws Exception {
    return lines(query, List.of(lines));
  }

  /** The same. */
  JsonNode lines(String query, List<String> lines) throws Exception {
    return over(
        begin(query, "application/x-ndjson", BodyPublishers.ofString(String.join("\n", lines))));
  }

  /** The import when it is over. */
  public JsonNode over(String address) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    JsonNode job = get(address);
    while (!OVER.contains(job.get("state").asText())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it takes too long: " + job);
      }
      Thread.sleep(100);
      job = get(address);
    }
    return job;
  }

  /** All that its report says. */
  List<JsonNode> report(String address) throws Exception {
    List<JsonNode> notes = new ArrayList<>();
    String next = address + "/report?limit=100";
    while (!next.isEmpty()) {
      HttpResponse<String> page = send(request(next).build());
      JSON.readTree(page.body()).get("notes").forEach(notes::add);
      next = page.headers().firstValue("Link").orElse("").replaceFirst("<(.*)>.*", "$1");
    }
    return notes;
  }

  JsonNode get(String address) throws Exception {
    HttpResponse<String> answer = ask(address);
    if (answer.statusCode() != 200) {
      throw new AssertionError(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  public HttpResponse<String> ask(String address) throws Exception {
    return send(request(address).build());
  }

  public HttpResponse<String> send(HttpRequest request) throws Exception {
    return system.client().send(request, BodyHandlers.ofString());
  }

  public HttpRequest.Builder request(String address) throws Exception {
    String login = account + ":" + system.password(account);
    return HttpRequest.newBuilder(system.httpsUri().resolve(address))
        .timeout(Duration.ofSeconds(60))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
  }

  /** Demands that an import came to its end, with these counts. */
  static void assertCounts(JsonNode job, int lines, int kept, int repeated, int refused) {
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(
            List.of(
                job.get("lines").asInt(),
                job.get("kept").asInt(),
                job.get("repeated").asInt(),
                job.get("refused").asInt()))
        .as(job.toString())
        .containsExactly(lines, kept, repeated, refused);
  }

  /** The first column of what a query finds in the record. */
  List<String> rows(String query) throws Exception {
    try (var connection = system.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
