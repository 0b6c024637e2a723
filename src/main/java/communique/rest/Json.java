package communique.rest;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a document field by field; what is absent is left out. */
final class Json {
  // Kept: each static call of jakarta.json.Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS =
      jakarta.json.Json.createGeneratorFactory(Map.of());

  private Json() {}

  static byte[] bytes(Consumer<JsonGenerator> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator generator = GENERATORS.createGenerator(bytes)) {
      document.accept(generator);
    }
    return bytes.toByteArray();
  }

  static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.write(name, value.toString());
    }
  }
}
