package communique.rest;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small document that was sent to be carried out; a field that nobody knows is refused. */
final class RequestJson {
  private static final int MOST_BYTES = 65_536;
  private static final int MOST_VALUES = 1_000;
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final JsonObject fields;

  private RequestJson(JsonObject fields) {
    this.fields = fields;
  }

  /**
   * @throws Refusal TOO_LARGE beyond 64 KB, MALFORMED when it is no JSON object or has a field that
   *     is not among the known
   */
  static RequestJson read(InputStream body, Set<String> known) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, "", "must have at most 64 KB", "");
    }
    JsonObject fields = parse(bytes);
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        throw new Refusal(Reason.MALFORMED, name, "must be a field of the contract", name);
      }
    }
    return new RequestJson(fields);
  }

  private static JsonObject parse(byte[] bytes) {
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Refusal(Reason.MALFORMED, "", "must be a JSON object", "", e);
    }
  }

  /** A text that must be there. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw new Refusal(Reason.MISSING, name, "must be present", "");
    }
    return text;
  }

  @Nullable String optionalText(String name) {
    JsonValue value = fields.get(name);
    return value == null ? null : text(name, value);
  }

  /** A list of texts; null when it is absent. */
  @Nullable List<String> texts(String name) {
    JsonValue value = fields.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonArray array) || array.size() > MOST_VALUES) {
      throw new Refusal(Reason.BAD_FORMAT, name, "must be a list of at most 1,000 texts", "");
    }
    return array.stream().map(each -> text(name, each)).toList();
  }

  /** Yes or no; no when it is absent. */
  boolean flag(String name) {
    JsonValue value = fields.getOrDefault(name, JsonValue.FALSE);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new Refusal(Reason.BAD_FORMAT, name, "must be true or false", "");
    }
    return value == JsonValue.TRUE;
  }

  // Not told back: the value may be a password.
  private static String text(String name, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new Refusal(Reason.BAD_FORMAT, name, "must be a text", "");
  }
}
