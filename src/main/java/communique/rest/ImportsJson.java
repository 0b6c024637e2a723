package communique.rest;

import communique.briefing.VersionJson;
import communique.briefing.Violation;
import communique.briefing.imports.ImportCounts;
import communique.briefing.imports.ImportJob;
import communique.briefing.imports.ImportNote;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes imports and their reports. */
final class ImportsJson {
  private ImportsJson() {}

  static String address(ImportJob job) {
    return RestApplication.ROOT + "/imports/" + job.id();
  }

  static byte[] job(ImportJob job) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          Json.text(json, "id", job.id());
          Json.text(json, "state", job.state().code());
          Json.text(json, "form", job.form().code());
          Json.text(json, "owner", job.owner());
          json.write("size", job.size());
          counts(json, job.counts());
          Json.text(json, "createdAt", instant(job.createdAt()));
          Json.text(json, "startedAt", instant(job.startedAt()));
          Json.text(json, "finishedAt", instant(job.finishedAt()));
          Json.text(json, "failure", job.failure());
          Json.text(json, "href", address(job));
          Json.text(json, "report", address(job) + "/report");
          Json.text(json, "events", address(job) + "/events");
          json.writeEnd();
        });
  }

  private static void counts(JsonGenerator json, ImportCounts counts) {
    json.write("bytes", counts.bytes());
    json.write("lines", counts.lines());
    json.write("kept", counts.kept());
    json.write("repeated", counts.repeated());
    json.write("refused", counts.refused());
    json.write("noted", counts.noted());
    json.write("parked", counts.parked());
  }

  static byte[] report(List<ImportNote> notes) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("notes");
          notes.forEach(note -> note(json, note));
          json.writeEnd().writeEnd();
        });
  }

  /** The address of the page behind this one; absent behind the last. */
  static @Nullable String next(UUID job, List<ImportNote> notes, int limit) {
    if (notes.size() < limit) {
      return null;
    }
    ImportNote last = notes.get(notes.size() - 1);
    return String.format(
        java.util.Locale.ROOT,
        "%s/imports/%s/report?limit=%d&after=%d.%d",
        RestApplication.ROOT,
        job,
        limit,
        last.line(),
        last.place());
  }

  private static void note(JsonGenerator json, ImportNote note) {
    Violation violation = note.violation();
    json.writeStartObject();
    json.write("line", note.line());
    Json.text(json, "file", note.file());
    json.write("kept", note.kept());
    json.write("reason", violation.reason().name());
    Json.text(json, "field", violation.field().isEmpty() ? null : violation.field());
    json.write("rule", violation.rule());
    Json.text(json, "value", violation.value().isEmpty() ? null : violation.value());
    json.writeEnd();
  }

  private static @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : VersionJson.instant(instant);
  }
}
