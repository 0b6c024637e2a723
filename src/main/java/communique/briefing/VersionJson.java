package communique.briefing;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a version in its one canonical form: UTF-8 JSON in the order and spelling of RFC 8785
 * (names sorted, no white space, absent fields and empty lists left out). These bytes are what is
 * digested, stored and served; they must never depend on a binding library's habits, so they are
 * written name by name.
 */
public final class VersionJson {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  // Kept: each static call of Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private final JsonGenerator json;

  private VersionJson(JsonGenerator json) {
    this.json = json;
  }

  /** The canonical bytes of a version. */
  public static byte[] write(Version version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator generator = GENERATORS.createGenerator(bytes)) {
      new VersionJson(generator).version(version);
    }
    return bytes.toByteArray();
  }

  /** An instant as the record writes it: UTC with six digits of a second. */
  public static String instant(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  private void version(Version version) {
    Content content = version.content();
    json.writeStartObject();
    text("acceptedAt", instant(version.acceptedAt()));
    new BodyJson(json).write(content.body());
    text("briefing", version.briefing().id());
    array("bylines", content.bylines(), this::byline);
    object("contact", content.contact(), this::contact);
    text("eventDate", version.briefing().eventDate());
    text("headline", content.headline());
    object("issued", content.issued(), this::issued);
    array("keywords", content.keywords(), json::write);
    text("kind", version.briefing().kind().code());
    text("language", version.language());
    array("media", content.placements(), this::placement);
    array("mentions", content.mentions(), this::mention);
    text("office", version.briefing().office());
    array("places", content.places(), this::place);
    text("reason", content.reason());
    text("reference", version.briefing().reference());
    text("rights", content.rights());
    text("section", content.section());
    Significance significance = version.significance();
    text("significance", significance == null ? null : significance.code());
    text("subheadline", content.subheadline());
    array("subjects", content.subjects(), json::write);
    object("translation", version.translation(), this::translation);
    json.write("version", version.number());
    text("webAddress", content.webAddress());
    json.writeEnd();
  }

  private void byline(Byline byline) {
    json.writeStartObject();
    text("email", byline.email());
    text("name", byline.name());
    text("role", byline.role());
    json.writeEnd();
  }

  private void contact(Contact contact) {
    text("email", contact.email());
    text("name", contact.name());
    text("telephone", contact.telephone());
  }

  private void issued(Issued issued) {
    text("date", issued.date());
    LocalTime time = issued.time();
    text("time", time == null ? null : TIME.format(time));
    ZoneOffset zone = issued.zone();
    text("zone", zone == null ? null : zone.getTotalSeconds() == 0 ? "+00:00" : zone);
  }

  private void placement(Placement placement) {
    json.writeStartObject();
    text("alternativeText", placement.alternativeText());
    text("caption", placement.caption());
    text("credit", placement.credit());
    object("file", placement.file(), this::file);
    text("role", placement.role().code());
    json.writeEnd();
  }

  private void file(MediaFile file) {
    number("height", file.height());
    text("sha256", file.sha256());
    json.write("size", file.size());
    text("type", file.type());
    number("width", file.width());
  }

  private void mention(Mention mention) {
    json.writeStartObject();
    text("name", mention.name());
    Mention.Role role = mention.role();
    text("role", role == null ? null : role.code());
    json.writeEnd();
  }

  private void place(Place place) {
    json.writeStartObject();
    text("country", place.country());
    text("name", place.name());
    json.writeEnd();
  }

  private void translation(Translation translation) {
    text("from", translation.from());
    text("translator", translation.translator());
    number("version", translation.version());
  }

  private void text(String name, @Nullable Object value) {
    if (value != null) {
      json.write(name, value.toString());
    }
  }

  private void number(String name, @Nullable Integer value) {
    if (value != null) {
      json.write(name, value);
    }
  }

  private <T> void object(String name, @Nullable T value, Consumer<T> fields) {
    if (value != null) {
      json.writeStartObject(name);
      fields.accept(value);
      json.writeEnd();
    }
  }

  private <T> void array(String name, List<T> values, Consumer<T> item) {
    if (!values.isEmpty()) {
      json.writeStartArray(name);
      values.forEach(item);
      json.writeEnd();
    }
  }
}
