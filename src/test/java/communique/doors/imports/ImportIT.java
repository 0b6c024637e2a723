package communique.doors.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Imports as those see them who begin them. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("stops the server")
class ImportIT {
  private static final String TERMS = "?office=XV-PRES&kind=release";

  private final RunningSystem system;
  private final Importer importer;
  private final String run = UUID.randomUUID().toString();

  ImportIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
  }

  @Test
  void versions_and_translations_of_a_group_become_one_briefing_in_whatever_order_they_come()
      throws Exception {
    JsonNode job =
        importer.lines(
            TERMS,
            item("c", "en", "\"group\":\"%s\",\"version\":3".formatted(run)),
            item(
                "t",
                "de",
                "\"group\":\"%s\",\"translation_of\":\"en\",\"translator\":\"K. A.\""
                    .formatted(run)),
            item("a", "en", "\"group\":\"%s\",\"version\":1".formatted(run)),
            "",
            item("a", "en", "\"group\":\"%s\",\"version\":1".formatted(run)),
            item("b", "en", "\"group\":\"%s\",\"version\":2".formatted(run)));
    Importer.assertCounts(job, 5, 4, 1, 0);
    assertThat(
            importer.rows(
                "select b.reference || ' ' || v.language || ' ' || v.number || ' '"
                    + " || coalesce(v.translated_from, '-') from version v join briefing b"
                    + " on b.id = v.briefing join import_group g on g.briefing = b.id"
                    + " where g.name = '"
                    + run
                    + "' order by v.language, v.number"))
        .hasSize(4)
        .extracting(row -> row.substring(row.indexOf(' ') + 1))
        .containsExactly("de 1 en", "en 1 -", "en 2 -", "en 3 -");
    assertThat(importer.rows("select name from import_group where name = '" + run + "'"))
        .hasSize(1);
  }

  @Test
  void each_line_that_breaks_a_rule_is_told_with_its_field_and_costs_no_other() throws Exception {
    String[] lines = {
      "{\"no json",
      "[]",
      item("x1", "zz-ZZ", "\"tags\":[]"),
      item("x2", "en", "\"date\":\"yesterday\""),
      item("x3", "en", "\"colour\":\"red\""),
      item("x4", "en", "\"group\":\"alone %s\",\"version\":2".formatted(run)),
      "{\"language\":\"en\",\"headline\":\" \",\"body\":[]}",
      "{\"language\":\"en\",\"body\":"
          + BODY
          + ",\"media\":[{\"role\":\"photo\",\"path\":\"a.png\"}]}",
      "{\"office\":\"KR-PRES\",\"language\":\"en\",\"body\":" + BODY + "}",
      item("good", "en", "\"url\":\"/relative\""),
    };
    String address =
        importer.begin(
            TERMS, "application/x-ndjson", BodyPublishers.ofString(String.join("\n", lines)));
    Importer.assertCounts(importer.over(address), 10, 1, 0, 9);
    List<JsonNode> report = importer.report(address);
    assertThat(report)
        .extracting(
            note -> note.get("line") + " " + note.path("field").asText() + " " + note.get("kept"))
        .containsExactlyInAnyOrder(
            "1  false",
            "2  false",
            "3 lang false",
            "4 date false",
            "5 colour false",
            "6 version false",
            "7 headline false",
            "7 body false",
            "8 media[0].path false",
            "9 office false",
            "10 url true");
    SchemaCheck.assertValid(
        "import-report.schema.json", importer.ask(address + "/report").body().getBytes(UTF_8));
    SchemaCheck.assertValid("import.schema.json", importer.ask(address).body().getBytes(UTF_8));
  }

  @Test
  void a_line_that_is_nested_too_deep_costs_no_other() throws Exception {
    String deep = "{\"x\":" + "[".repeat(45) + "]".repeat(45) + "}";
    String address =
        importer.begin(
            TERMS,
            "application/x-ndjson",
            BodyPublishers.ofString(deep + "\n" + item("after", "en", "\"title\":\"One\"")));
    Importer.assertCounts(importer.over(address), 2, 1, 0, 1);
    assertThat(importer.report(address))
        .extracting(note -> note.get("line") + " " + note.get("rule"))
        .containsExactly(
            "1 \"must not be nested deeper than 40 levels, nor have a number without end\"");
  }

  @Test
  void the_same_line_with_other_content_is_refused() throws Exception {
    importer.lines(TERMS, item("same", "en", "\"title\":\"One\""));
    String address =
        importer.begin(
            TERMS,
            "application/x-ndjson",
            BodyPublishers.ofString(item("same", "en", "\"title\":\"Two\"")));
    Importer.assertCounts(importer.over(address), 1, 0, 0, 1);
    assertThat(importer.report(address).get(0).get("reason").asText())
        .isEqualTo("REFERENCE_REUSED");
  }

  @Test
  void a_page_is_read_as_it_stands() throws Exception {
    String page =
        """
        Politik

        24.07.2025

        Die Präsidentin am Hafen ⓒ Hafenamt

        Die Präsidentin am Hafen ⓒ Hafenamt

        Von Kim Beispiel

        Die Präsidentin besuchte den Hafen %s.

        Sie sprach mit Fischern.

        kim@example.org"""
            .formatted(run);
    JsonNode job =
        importer.over(
            importer.begin(
                TERMS + "&language=de",
                "text/plain; charset=utf-8",
                BodyPublishers.ofString(page)));
    Importer.assertCounts(job, 1, 1, 0, 0);
    String version =
        importer
            .rows(
                "select convert_from(content, 'UTF8') from version where lead like '%" + run + "%'")
            .get(0);
    assertThat(version)
        .contains("\"section\":\"Politik\"", "\"date\":\"2025-07-24\"", "\"name\":\"Kim Beispiel\"")
        .contains("\"email\":\"kim@example.org\"", "\"caption\":\"Die Präsidentin am Hafen\"")
        .doesNotContain("headline");
  }

  @Test
  void what_was_broken_off_by_a_crash_is_finished_without_doubles() throws Exception {
    int count = 6000;
    String lines =
        IntStream.range(0, count)
            .mapToObj(each -> item("crash" + each, "en", "\"section\":\"%s\"".formatted(run)))
            .collect(Collectors.joining("\n"));
    String address = importer.begin(TERMS, "application/x-ndjson", BodyPublishers.ofString(lines));
    while (importer.get(address).get("kept").asInt() == 0) {
      Thread.sleep(20);
    }
    system.killLiberty();
    int kept = importer.rows("select number from version where section = '" + run + "'").size();
    system.startLiberty();
    assertThat(kept).isBetween(1, count - 1);
    Importer.assertCounts(importer.over(address), count, count, 0, 0);
    assertThat(importer.rows("select number from version where section = '" + run + "'"))
        .hasSize(count);
  }

  @Test
  void an_import_is_seen_by_its_owner_and_those_who_keep_the_archive_only() throws Exception {
    String address =
        importer.begin(
            TERMS,
            "application/x-ndjson",
            BodyPublishers.ofString(item("mine", "en", "\"tags\":[]")));
    importer.over(address);
    assertThat(new Importer(system, "kr-depositor").ask(address).statusCode()).isEqualTo(404);
    assertThat(new Importer(system, "archivist").ask(address).statusCode()).isEqualTo(200);
    HttpResponse<String> refused =
        importer.start("?office=KR-PRES", "application/x-ndjson", BodyPublishers.ofString("{}"));
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void who_follows_an_import_is_told_until_it_is_over() throws Exception {
    String address =
        importer.begin(
            TERMS,
            "application/x-ndjson",
            BodyPublishers.ofString(item("told", "en", "\"tags\":[]")));
    HttpResponse<String> events = importer.ask(address + "/events");
    assertThat(events.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(events.body()).contains("event: import").contains("\"state\":\"done\"");
  }

  private static final String BODY = "[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Words.\"}]}]";

  private String item(String id, String language, String more) {
    return "{\"source\":\"%s\",\"id\":\"%s\",\"lang\":\"%s\",\"body\":\"First of %s.\\n\\nSecond.\",%s}"
        .formatted(run, id, language, id, more);
  }
}
