package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the canonical form that {@link VersionJson} wrote. */
public final class VersionReader {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final UUID NOBODY = new UUID(0, 0);

  private VersionReader() {}

  /** The version whose canonical bytes these are. */
  public static Version read(byte[] canonical) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(canonical))) {
      return Fields.read(reader.readObject(), VersionReader::version);
    }
  }

  private static Version version(Fields json) {
    Briefing briefing =
        new Briefing(
            json.text("briefing", UUID::fromString, NOBODY),
            present(json.text("reference")),
            new OfficeCode(present(json.text("office"))),
            Coded.of(Kind.class, "kind", present(json.text("kind"))),
            json.text("eventDate", ContentReader::day));
    Integer number = json.number("version");
    return new Version(
        briefing,
        new LanguageTag(present(json.text("language"))),
        json.object("translation", Translation::read),
        number == null ? 0 : number,
        json.text("significance", word -> Coded.of(Significance.class, "significance", word)),
        ContentReader.read(json),
        json.text("acceptedAt", Instant::parse, Instant.EPOCH));
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }
}
