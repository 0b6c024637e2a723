package communique.doors.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is found while an import is at work. */
@ExtendWith(RunningSystem.Shared.class)
class IndexWhileImportingIT {
  private static final int LINES = 3000;

  private final RunningSystem system;
  private final Importer importer;
  private final Importer admin;
  private final String run = "mark" + UUID.randomUUID().toString().replace("-", "");

  IndexWhileImportingIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
    this.admin = new Importer(system, "admin");
  }

  @Test
  void what_is_deposited_is_found_before_what_an_import_brings_in_which_gives_way_to_the_import()
      throws Exception {
    UUID other = anotherNodeImports();
    try {
      JsonNode job =
          importer.lines(
              "?office=XV-PRES&kind=release",
              IntStream.range(0, LINES).mapToObj(i -> line(run + " imported", i)).toList());
      Importer.assertCounts(job, LINES, LINES, 0, 0);
      var answer =
          importer.send(
              importer
                  .request("/api/v1/briefings")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(line(run + "single", LINES)))
                  .build());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

      await(run + "single", 1);
      assertThat(found(run)).isLessThan(LINES);
      assertThat(lag("imported")).isPositive();
      assertThat(lag("single")).isLessThan(20);
    } finally {
      update("delete from import_job where id = ?", other);
    }

    await(run, LINES);
    assertThat(lag("imported")).isZero();
  }

  private static String line(String words, int number) {
    return """
        {"office":"XV-PRES","kind":"release","language":"en","depositorReference":"%1$s %2$d",\
        "headline":"%1$s","body":[{"type":"paragraph","text":[{"text":"%1$s"}]}]}"""
        .formatted(words, number);
  }

  private UUID anotherNodeImports() throws Exception {
    UUID job = UUID.randomUUID();
    update(
        """
        insert into import_job (id, owner, actions, terms, form, state, size, holder, lease_until)
        values (?, 'xv-depositor', '', '{}', 'lines', 'running', 1, gen_random_uuid(),
          now() + interval '1 hour')""",
        job);
    return job;
  }

  private void update(String sql, UUID job) throws Exception {
    try (Connection database = system.database();
        PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setObject(1, job);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void await(String word, int wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (found(word) != wanted) {
      assertThat(System.nanoTime()).as("found in time").isLessThan(end);
      Thread.sleep(100);
    }
  }

  // As administrators are told, in seconds.
  private double lag(String lane) throws Exception {
    String metrics = admin.ask("/metrics").body();
    return metrics
        .lines()
        .filter(line -> line.startsWith("communique_search_lag_seconds{lane=\"" + lane + "\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findAny()
        .orElseThrow(() -> new AssertionError(metrics));
  }

  private int found(String word) throws Exception {
    return importer.get("/api/v1/search?q=" + word).get("total").asInt();
  }
}
