package communique.export;

import communique.briefing.EditionId;
import communique.briefing.Notice;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table of editions as comma-separated values (RFC 4180) in UTF-8, with a byte order mark,
 * without which spreadsheets take it for another encoding.
 */
public final class CsvTable {
  private static final String HEAD =
      "\uFEFFreference,briefing,language,state,office,kind,headline,section,issued,event,version,accepted,address\r\n";

  private final StringBuilder text = new StringBuilder(HEAD);

  /** Adds a row for an edition that is shown. */
  public void add(Publication publication) {
    Version version = publication.version();
    LocalDate event = version.briefing().eventDate();
    row(
        version.briefing().reference(),
        version.briefing().id(),
        version.language(),
        "shown",
        publication.officeName(),
        version.briefing().kind().code(),
        version.content().headline(),
        version.content().section(),
        publication.issued().orElse(null),
        event,
        version.number(),
        VersionJson.instant(version.acceptedAt()),
        publication.page());
  }

  /** Adds a row for one that was withdrawn or erased: what the notice says, and no more. */
  public void add(EditionId edition, Notice notice) {
    row(
        notice.reference(),
        edition.briefing(),
        edition.language(),
        notice.state().code(),
        notice.office().code(),
        null,
        notice.title());
  }

  /** Adds a row for one of which nothing may be told. */
  public void add(EditionId edition) {
    row(null, edition.briefing(), edition.language(), "absent");
  }

  /** The table, in UTF-8. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void row(@Nullable Object... fields) {
    text.append(Arrays.stream(fields).map(CsvTable::field).collect(Collectors.joining(",")))
        .append(",".repeat(13 - fields.length))
        .append("\r\n");
  }

  // What a spreadsheet would take for a formula is marked as text, as spreadsheets themselves do.
  private static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String field = value.toString();
    String safe = field.matches("(?s)[=+\\-@\t\r].*") ? "'" + field : field;
    return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
