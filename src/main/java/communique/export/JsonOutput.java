package communique.export;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes JSON field by field; what is absent is left out. */
final class JsonOutput {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  /** A document that is one object. */
  static byte[] object(Consumer<JsonOutput> fields) {
    return document(json -> json.item(() -> fields.accept(json)));
  }

  /** A document that is a list of one object. */
  static byte[] listOfOne(Consumer<JsonOutput> fields) {
    return document(
        json -> {
          json.json.writeStartArray();
          json.item(() -> fields.accept(json));
          json.json.writeEnd();
        });
  }

  private static byte[] document(Consumer<JsonOutput> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator generator = GENERATORS.createGenerator(bytes)) {
      content.accept(new JsonOutput(generator));
    }
    return bytes.toByteArray();
  }

  JsonOutput text(String name, @Nullable Object value) {
    if (value != null) {
      json.write(name, value.toString());
    }
    return this;
  }

  JsonOutput number(String name, @Nullable Number value) {
    if (value != null) {
      json.write(name, value.longValue());
    }
    return this;
  }

  JsonOutput object(String name, Runnable fields) {
    json.writeStartObject(name);
    fields.run();
    json.writeEnd();
    return this;
  }

  /** A list that its items fill, and which may be empty. */
  JsonOutput array(String name, Runnable items) {
    json.writeStartArray(name);
    items.run();
    json.writeEnd();
    return this;
  }

  /** A list within a list. */
  JsonOutput array(Runnable items) {
    json.writeStartArray();
    items.run();
    json.writeEnd();
    return this;
  }

  /** An object within a list. */
  JsonOutput item(Runnable fields) {
    json.writeStartObject();
    fields.run();
    json.writeEnd();
    return this;
  }

  /** A text within a list. */
  JsonOutput item(String text) {
    json.write(text);
    return this;
  }

  /** A number within a list. */
  JsonOutput item(int number) {
    json.write(number);
    return this;
  }

  /** A list of objects, left out when it is empty. */
  <T> JsonOutput each(String name, List<T> values, Consumer<T> fields) {
    if (!values.isEmpty()) {
      array(name, () -> values.forEach(value -> item(() -> fields.accept(value))));
    }
    return this;
  }

  /** A list of texts, left out when it is empty. */
  JsonOutput texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      array(name, () -> values.forEach(this::item));
    }
    return this;
  }
}
