package communique.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.EditionId;
import communique.briefing.FullVersion;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.RecalledFiles;
import communique.briefing.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private static final Version VERSION = FullVersion.everything();
  private static final EditionId EDITION =
      new EditionId(VERSION.briefing().id(), VERSION.language());

  @Test
  void an_edition_is_a_row_of_as_many_fields_as_the_first_has() {
    CsvTable table = new CsvTable();
    Office office =
        new Office(
            VERSION.briefing().office(),
            Map.of(VERSION.language(), "=Amt, \"oben\""),
            List.of(VERSION.language()));
    table.add(
        new Publication(VERSION, office, URI.create("https://a.example"), RecalledFiles.NONE));
    String[] rows = rows(table);
    assertThat(rows[0]).startsWith("\uFEFFreference,briefing,language,state,");
    assertThat(rows[1])
        .startsWith(VERSION.briefing().reference() + ",")
        // Never a formula, whatever an office is called.
        .contains(",shown,\"'=Amt, \"\"oben\"\"\",")
        .endsWith(
            "https://a.example/briefings/%s/%s/versions/%d"
                .formatted(EDITION.briefing(), VERSION.language(), VERSION.number()));
  }

  @Test
  void of_what_is_not_shown_it_tells_what_the_notice_does_and_else_nothing() {
    CsvTable table = new CsvTable();
    table.add(
        EDITION,
        new Notice(
            EDITION.briefing(),
            "KR-PRES/2025/000417",
            new OfficeCode("KR-PRES"),
            1,
            Notice.Scope.ALL,
            Notice.State.WITHDRAWN,
            "A draft",
            null,
            Instant.parse("2025-07-24T23:30:00Z")));
    table.add(new EditionId(EDITION.briefing(), new LanguageTag("ko")));
    String[] rows = rows(table);
    String id = EDITION.briefing().toString();
    assertThat(rows[1])
        .isEqualTo(
            "KR-PRES/2025/000417," + id + "," + VERSION.language() + ",withdrawn,KR-PRES,,,,,,,,");
    assertThat(rows[2]).isEqualTo("," + id + ",ko,absent,,,,,,,,,");
  }

  private static String[] rows(CsvTable table) {
    return new String(table.bytes(), UTF_8).split("\r\n");
  }
}
