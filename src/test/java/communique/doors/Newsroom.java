package communique.doors;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An office that hands over, corrects and takes back over REST, and the public that reads it. */
final class Newsroom {
  static final String MINOR = "\"significance\":\"minor\"";
  static final String MAJOR = "\"significance\":\"major\",\"reason\":\"A wrong name\"";

  private final RunningSystem system;
  private final RestClient depositor;
  private final RestClient anybody;

  Newsroom(RunningSystem system) throws IOException {
    this.system = system;
    this.depositor = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
  }

  RestClient depositor() {
    return depositor;
  }

  RestClient anybody() {
    return anybody;
  }

  String deposit(String headline, String... more) throws Exception {
    return field("briefing", depositor.must("POST", "briefings", statement(headline, more)));
  }

  HttpResponse<String> correct(String id, int version, String body) throws Exception {
    String base =
        depositor
            .get("briefings/" + id + "/en/versions/" + version)
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    HttpResponse<String> answer =
        depositor.send("PUT", "briefings/" + id + "/en", body, "If-Match", base);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  HttpResponse<String> withdraw(String id, String reason) throws Exception {
    return depositor.post(
        "briefings/" + id + "/withdrawal", "{\"reason\":\"" + reason + "\",\"titleShown\":true}");
  }

  String etag(String id) throws Exception {
    return anybody.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
  }

  String read(String id) throws Exception {
    HttpResponse<String> answer = anybody.get("briefings/" + id + "/en");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  void awaitFound(String word, int hits) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    String found = "";
    while (!found.startsWith("{\"total\":" + hits + ",") && Instant.now().isBefore(end)) {
      found = anybody.get("search?q=" + word).body();
    }
    assertThat(found).startsWith("{\"total\":" + hits + ",");
  }

  // All that the tables hold of a briefing, as text.
  String stored(String id) throws Exception {
    StringBuilder all = new StringBuilder();
    try (var database = system.database();
        var statement = database.createStatement()) {
      for (String table : List.of("version", "original", "notice", "journal", "receipt")) {
        try (var rows =
            statement.executeQuery(
                "select t::text, convert_from(content, 'UTF8') from (select *, "
                    + (List.of("journal", "receipt").contains(table)
                        ? "''::bytea as content, "
                        : "")
                    + "1 as one from "
                    + table
                    + ") t where briefing = '"
                    + id
                    + "'")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append(rows.getString(2));
          }
        }
      }
    }
    return all.toString();
  }

  /** The position of the last change that is public. */
  long newestChange() throws Exception {
    try (var database = system.database();
        var statement = database.createStatement();
        var row = statement.executeQuery("select public_position from journal_head")) {
      row.next();
      return row.getLong(1);
    }
  }

  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * A statement with a picture within it, of which the smaller ones are made. All that it says
   * begins with {@code word}.
   */
  Pictured depositPictured(String word) throws Exception {
    String id = new Depositor(system).depositWithPhoto("A picture.", Pictures.large()).toString();
    String sha256 = field("sha256", read(id));
    correct(
        id,
        1,
        """
        {%3$s,"headline":"%1$sheadline","subheadline":"%1$ssubheadline","section":"Harbour",
         "bylines":[{"name":"%1$sbyline","email":"%1$s@harbour.example"}],
         "contact":{"name":"%1$scontact"},"mentions":[{"name":"%1$smention"}],
         "places":[{"name":"%1$splace"}],"keywords":["%1$skeyword"],"rights":"%1$srights",
         "media":[{"role":"photo","caption":"%1$scaption","alternativeText":"%1$salternative",
           "credit":"%1$scredit","file":{"sha256":"%2$s"}}],
         "body":[{"type":"paragraph","text":[{"text":"%1$stext was said."}]},
           {"type":"illustration","placement":1}]}"""
            .formatted(word, sha256, MINOR));
    List<String> files = new ArrayList<>(List.of("media/" + sha256));
    for (String rendition : List.of("thumbnail", "small", "large")) {
      files.add("media/" + sha256 + "/" + rendition);
    }
    Instant end = Instant.now().plusSeconds(60);
    while (anybody.get(files.get(3)).statusCode() == 404 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    for (String file : files) {
      assertThat(anybody.get(file).statusCode()).as(file).isEqualTo(200);
    }
    return new Pictured(id, sha256, files);
  }

  /**
   * A briefing with a picture.
   *
   * @param files the addresses of the picture and of the smaller ones
   */
  record Pictured(String id, String sha256, List<String> files) {}
}
