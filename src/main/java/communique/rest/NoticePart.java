package communique.rest;

import communique.briefing.Notice;
import communique.briefing.VersionJson;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/** Writes a notice as a part of another document. */
final class NoticePart {
  private NoticePart() {}

  /** Where there is one. */
  static void write(JsonGenerator json, @Nullable Notice notice) {
    if (notice == null) {
      return;
    }
    json.writeStartObject("notice");
    Json.text(json, "state", notice.state().code());
    Json.text(json, "at", VersionJson.instant(notice.at()));
    Json.text(json, "office", notice.office());
    Json.text(json, "briefing", notice.briefing());
    Json.text(json, "briefingReference", notice.reference());
    Json.text(json, "language", notice.scope().language());
    Json.text(json, "title", notice.title());
    Json.text(json, "reason", notice.reason());
    if (notice.scope().version() != null) {
      json.write("version", notice.scope().version());
    }
    json.writeEnd();
  }
}
