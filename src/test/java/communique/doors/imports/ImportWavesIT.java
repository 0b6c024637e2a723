package communique.doors.imports;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines that build on others are taken in after them, and keep nobody else waiting. */
@ExtendWith(RunningSystem.Shared.class)
class ImportWavesIT {
  private static final String TERMS = "?office=XV-PRES&kind=release";

  private final RunningSystem system;
  private final Importer importer;
  private final String run = UUID.randomUUID().toString();

  ImportWavesIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
  }

  @Test
  void while_an_import_waits_for_a_briefing_others_can_deposit() throws Exception {
    Importer.assertCounts(importer.lines(TERMS, line("first", run, 1)), 1, 1, 0, 0);
    String address;
    try (Connection database = system.database();
        Statement correction = database.createStatement()) {
      database.setAutoCommit(false);
      correction.execute(
          "select 1 from briefing b join import_group g on g.briefing = b.id where g.name = '"
              + run
              + "' for update of b");
      // The last has the reference of the second and comes after it.
      address =
          importer.begin(
              TERMS,
              "application/x-ndjson",
              BodyPublishers.ofString(
                  String.join(
                      "\n",
                      line("alone", "alone " + run, 1),
                      line("same", "other " + run, 5),
                      line("same", run, 2))));
      for (int i = 0; i < 200 && importer.get(address).get("lines").asInt() < 2; i++) {
        Thread.sleep(50);
      }
      assertThat(importer.get(address).get("state").asText()).isEqualTo("running");
      assertThat(importer.get(address).get("lines").asInt()).isEqualTo(2);
      assertThat(deposit().statusCode()).isEqualTo(201);
      database.rollback();
    }
    Importer.assertCounts(importer.over(address), 3, 2, 0, 1);
    assertThat(progress(address)).isEqualTo("3 {}");
  }

  @Test
  void an_import_goes_on_behind_a_crash_without_the_lines_that_were_taken_in_ahead()
      throws Exception {
    String lines =
        String.join(
            "\n", line("1", "a" + run, 1), line("2", "b" + run, 1), line("3", "c" + run, 1));
    Importer.assertCounts(importer.lines(TERMS, "{}"), 1, 0, 0, 1);
    UUID id = UUID.randomUUID();
    Files.writeString(system.mediaFolder().resolve("imports").resolve(id.toString()), lines);
    try (Connection database = system.database();
        Statement crashed = database.createStatement()) {
      crashed.execute(
          """
          insert into import_job (id, owner, actions, offices, terms, form, state, size, lines,
            kept, ahead)
          select '%s', owner, actions, offices, terms, form, 'waiting', %d, 2, 2, '{1,3}'
          from import_job where owner = 'xv-depositor' and form = 'lines' and kept = 0
            and terms ->> 'office' = 'XV-PRES' and state = 'done'
          order by created_at desc limit 1"""
              .formatted(id, lines.length()));
    }
    String address = "/api/v1/imports/" + id;
    Importer.assertCounts(importer.over(address), 3, 3, 0, 0);
    assertThat(importer.rows("select headline from version where section = '" + run + "'"))
        .containsExactly("2");
    assertThat(progress(address)).isEqualTo("3 {}");
  }

  private String progress(String address) throws Exception {
    return importer
        .rows(
            "select line || ' ' || cast(ahead as text) from import_job where id = '"
                + address.substring(address.lastIndexOf('/') + 1)
                + "'")
        .get(0);
  }

  private HttpResponse<String> deposit() throws Exception {
    String body =
        "{\"office\":\"XV-PRES\",\"kind\":\"statement\",\"language\":\"en\",\"headline\":\"Meanwhile\","
            + "\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Said.\"}]}]}";
    return importer.send(
        importer
            .request("/api/v1/briefings")
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String line(String id, String group, int version) {
    return "{\"depositorReference\":\"%1$s %2$s\",\"group\":\"%3$s\",\"version\":%4$d,\"language\":\"en\",\"headline\":\"%2$s\",\"section\":\"%1$s\",\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Words.\"}]}]}"
        .formatted(run, id, group, version);
  }
}
