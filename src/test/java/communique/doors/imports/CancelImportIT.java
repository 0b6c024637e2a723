package communique.doors.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports that are broken off on purpose. */
@ExtendWith(RunningSystem.Shared.class)
class CancelImportIT {
  private static final String TERMS = "?office=XV-PRES&kind=release";

  private final RunningSystem system;
  private final Importer importer;
  private final String run = UUID.randomUUID().toString();

  CancelImportIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
  }

  @Test
  void what_was_kept_before_an_import_was_cancelled_stays_and_nothing_follows() throws Exception {
    int count = 30_000;
    String lines =
        line(0, "\"colour\":\"red\"")
            + IntStream.range(1, count)
                .mapToObj(n -> line(n, "\"tags\":[]"))
                .collect(Collectors.joining());
    String address = importer.begin(TERMS, "application/x-ndjson", BodyPublishers.ofString(lines));
    Path file = system.mediaFolder().resolve("imports").resolve(id(address));
    assertThat(file).exists();
    while (importer.get(address).get("kept").asInt() == 0) {
      Thread.sleep(20);
    }
    HttpResponse<String> cancelled = importer.send(importer.request(address).DELETE().build());
    assertThat(cancelled.statusCode()).isEqualTo(200);
    SchemaCheck.assertValid("import.schema.json", cancelled.body().getBytes(UTF_8));
    assertThat(file).doesNotExist();
    JsonNode job = importer.get(address);
    assertThat(job.get("state").asText()).isEqualTo("cancelled");
    int kept = job.get("kept").asInt();
    assertThat(kept).isBetween(1, count - 2);
    // Time enough for what was at work to go on, if it did.
    Thread.sleep(3000);
    assertThat(importer.get(address)).isEqualTo(job);
    assertThat(importer.rows("select number from version where section = '" + run + "'"))
        .hasSize(kept);
    assertThat(importer.report(address))
        .extracting(note -> note.get("line").asInt() + " " + note.get("field").asText())
        .containsExactly("1 colour");
    assertThat(importer.send(importer.request(address).DELETE().build()).body())
        .isEqualTo(cancelled.body());
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private String line(int number, String more) {
    return "{\"source\":\"%1$s\",\"id\":\"%2$d\",\"lang\":\"en\",\"section\":\"%1$s\",\"body\":\"Words.\",%3$s}\n"
        .formatted(run, number, more);
  }
}
