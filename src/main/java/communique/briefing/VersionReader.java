package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the canonical form that {@link VersionJson} wrote. */
public final class VersionReader {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private VersionReader() {}

  /** The version whose canonical bytes these are. */
  public static Version read(byte[] canonical) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(canonical))) {
      return version(reader.readObject());
    }
  }

  private static Version version(JsonObject json) {
    Briefing briefing =
        new Briefing(
            UUID.fromString(json.getString("briefing")),
            json.getString("reference"),
            new OfficeCode(json.getString("office")),
            Coded.of(Kind.class, "kind", json.getString("kind")),
            map(text(json, "eventDate"), LocalDate::parse));
    return new Version(
        briefing,
        new LanguageTag(json.getString("language")),
        map(json.getJsonObject("translation"), VersionReader::translation),
        json.getInt("version"),
        content(json),
        Instant.parse(json.getString("acceptedAt")));
  }

  private static Content content(JsonObject json) {
    return new Content(
        text(json, "headline"),
        text(json, "subheadline"),
        text(json, "section"),
        map(json.getJsonObject("issued"), VersionReader::issued),
        objects(json, "bylines", VersionReader::byline),
        map(json.getJsonObject("contact"), VersionReader::contact),
        BodyReader.read(json.getJsonArray("body")),
        objects(json, "media", VersionReader::placement),
        objects(json, "mentions", VersionReader::mention),
        objects(
            json, "places", place -> new Place(place.getString("name"), text(place, "country"))),
        texts(json, "subjects"),
        texts(json, "keywords"),
        text(json, "rights"),
        map(text(json, "webAddress"), URI::create),
        text(json, "reason"));
  }

  private static Translation translation(JsonObject json) {
    return new Translation(
        new LanguageTag(json.getString("from")), number(json, "version"), text(json, "translator"));
  }

  private static Issued issued(JsonObject json) {
    return new Issued(
        LocalDate.parse(json.getString("date")),
        map(text(json, "time"), LocalTime::parse),
        map(text(json, "zone"), ZoneOffset::of));
  }

  private static Byline byline(JsonObject json) {
    return new Byline(json.getString("name"), text(json, "role"), text(json, "email"));
  }

  private static Contact contact(JsonObject json) {
    return new Contact(text(json, "name"), text(json, "email"), text(json, "telephone"));
  }

  private static Placement placement(JsonObject json) {
    return new Placement(
        Coded.of(Placement.Role.class, "role", json.getString("role")),
        text(json, "caption"),
        text(json, "alternativeText"),
        text(json, "credit"),
        map(json.getJsonObject("file"), VersionReader::file));
  }

  private static MediaFile file(JsonObject json) {
    return new MediaFile(
        new Digest(json.getString("sha256")),
        json.getString("type"),
        json.getJsonNumber("size").longValueExact(),
        number(json, "width"),
        number(json, "height"));
  }

  private static Mention mention(JsonObject json) {
    return new Mention(
        json.getString("name"),
        map(text(json, "role"), role -> Coded.of(Mention.Role.class, "role", role)));
  }

  static @Nullable String text(JsonObject json, String name) {
    return json.getString(name, null);
  }

  private static @Nullable Integer number(JsonObject json, String name) {
    return json.containsKey(name) ? json.getInt(name) : null;
  }

  private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> to) {
    return value == null ? null : to.apply(value);
  }

  private static <T> List<T> objects(JsonObject json, String name, Function<JsonObject, T> read) {
    JsonArray array = json.containsKey(name) ? json.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    return array.getValuesAs(JsonObject.class).stream().map(read).toList();
  }

  private static List<String> texts(JsonObject json, String name) {
    JsonArray array = json.containsKey(name) ? json.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    return array.getValuesAs(JsonString::getString);
  }
}
