package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the e-mail addresses of people out of a version, wherever they stand in it, in capitals or
 * not.
 */
public final class Redaction {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final String ERASED = "[erased]";

  private final Pattern addresses;

  // The longer ones first: one may be the beginning of another.
  private Redaction(Set<String> addresses) {
    this.addresses =
        Pattern.compile(
            addresses.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * The canonical form of a version without the addresses of its authors and its contact.
   *
   * @param canonical the version's own
   * @return the same bytes when there are none
   */
  public static byte[] withoutEmailAddresses(byte[] canonical) {
    Content content = VersionReader.read(canonical).content();
    Contact contact = content.contact();
    Set<String> addresses =
        Stream.concat(
                content.bylines().stream().map(Byline::email),
                Stream.ofNullable(contact == null ? null : contact.email()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (addresses.isEmpty()) {
      return canonical;
    }
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(canonical))) {
      JsonValue redacted = new Redaction(addresses).redact(reader.readObject());
      return redacted.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private JsonValue redact(JsonValue value) {
    if (value instanceof JsonObject object) {
      var kept = JSON.createObjectBuilder();
      object.forEach(
          (name, field) -> {
            JsonValue redacted = field(name, field);
            if (redacted != null) {
              kept.add(name, redacted);
            }
          });
      return kept.build();
    }
    if (value instanceof JsonArray array) {
      var kept = JSON.createArrayBuilder();
      array.forEach(item -> kept.add(redact(item)));
      return kept.build();
    }
    return value instanceof JsonString string ? Json.createValue(text(string.getString())) : value;
  }

  // Names and lists keep their order, so what is written is canonical again.
  private @Nullable JsonValue field(String name, JsonValue value) {
    JsonValue redacted = redact(value);
    boolean changed = !redacted.equals(value);
    boolean gone =
        name.equals("contact")
            ? redacted.asJsonObject().isEmpty()
            : changed && (name.equals("email") || name.equals("link"));
    return gone ? null : redacted;
  }

  private String text(String text) {
    return addresses.matcher(text).replaceAll(ERASED);
  }
}
