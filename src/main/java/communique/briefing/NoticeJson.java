package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Writes and reads a notice in its one canonical form (RFC 8785), as {@link VersionJson} does for a
 * version.
 */
public final class NoticeJson {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private NoticeJson() {}

  /** The canonical bytes of a notice. */
  public static byte[] write(Notice notice) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
      json.writeStartObject();
      json.write("at", VersionJson.instant(notice.at()));
      json.write("briefing", notice.briefing().toString());
      if (notice.scope().language() != null) {
        json.write("language", notice.scope().language().tag());
      }
      json.write("number", notice.number());
      json.write("office", notice.office().code());
      json.write("reason", notice.reason());
      json.write("reference", notice.reference());
      json.write("state", notice.state().code());
      if (notice.title() != null) {
        json.write("title", notice.title());
      }
      if (notice.scope().version() != null) {
        json.write("version", notice.scope().version());
      }
      json.writeEnd();
    }
    return bytes.toByteArray();
  }

  /** The notice whose canonical bytes these are. */
  public static Notice read(byte[] canonical) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(canonical))) {
      JsonObject json = reader.readObject();
      String language = json.getString("language", null);
      return new Notice(
          UUID.fromString(json.getString("briefing")),
          json.getString("reference"),
          new OfficeCode(json.getString("office")),
          json.getInt("number"),
          new Notice.Scope(
              language == null ? null : new LanguageTag(language),
              json.containsKey("version") ? json.getInt("version") : null),
          Coded.of(Notice.State.class, "state", json.getString("state")),
          json.getString("reason"),
          json.getString("title", null),
          Instant.parse(json.getString("at")));
    }
  }
}
