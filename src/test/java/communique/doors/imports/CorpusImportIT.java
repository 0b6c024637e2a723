package communique.doors.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A collection of real briefings, where it is at hand: every line is here or in the report. */
@ExtendWith(RunningSystem.Shared.class)
class CorpusImportIT {
  private static final Path CORPUS =
      Path.of(System.getProperty("communique.corpus", "../shared/corpus"))
          .resolve("briefings-open.ndjson.gz");
  private static final String TERMS = "?office=KR-PRES&kind=release&source=debian-news:XV-MFA";

  private final RunningSystem system;

  CorpusImportIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void every_line_is_in_the_archive_or_in_the_report_and_none_is_there_twice() throws Exception {
    assumeTrue(Files.exists(CORPUS), "the collection is not here");
    Importer importer = new Importer(system, "archivist");
    long before = versions();
    String address = importer.begin(TERMS, "application/gzip", BodyPublishers.ofFile(CORPUS));
    JsonNode job = importer.over(address);
    List<JsonNode> report = importer.report(address);

    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.get("lines").asLong())
        .isEqualTo(
            job.get("kept").asLong() + job.get("repeated").asLong() + job.get("refused").asLong());
    assertThat(job.get("parked").asLong()).isZero();
    assertThat(versions() - before).isEqualTo(job.get("kept").asLong());
    assertThat(report.stream().filter(note -> !note.get("kept").asBoolean()))
        .allSatisfy(note -> assertThat(note.get("rule").asText()).isNotBlank());

    JsonNode again =
        importer.over(importer.begin(TERMS, "application/gzip", BodyPublishers.ofFile(CORPUS)));
    assertThat(again.get("kept").asLong()).as(again.toString()).isZero();
    assertThat(again.get("repeated")).isEqualTo(job.get("kept"));
  }

  private long versions() throws Exception {
    try (var connection = system.database();
        var rows = connection.createStatement().executeQuery("select count(*) from version")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
