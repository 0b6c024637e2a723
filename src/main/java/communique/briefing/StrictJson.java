package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects as they are handed over: nothing in them is overlooked. */
public final class StrictJson {
  /** Some levels more than any form has. */
  private static final String DEEPEST = "40";

  // A name that comes twice would be read by one and overlooked by another.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(
          Map.of(
              JsonConfig.KEY_STRATEGY,
              JsonConfig.KeyStrategy.NONE,
              "org.eclipse.parsson.maxDepth",
              DEEPEST));

  private StrictJson() {}

  /**
   * The object that bytes are.
   *
   * @throws Refusal MALFORMED when they are none, a name comes twice in it, or it is nested deeper
   *     than 40 levels
   */
  public static JsonObject object(byte[] bytes) {
    return object(() -> READERS.createReader(new ByteArrayInputStream(bytes)), "");
  }

  /**
   * The object that a text is.
   *
   * @throws Refusal the same, with the text as its value
   */
  public static JsonObject object(String text) {
    return object(() -> READERS.createReader(new StringReader(text)), text);
  }

  private static JsonObject object(Supplier<JsonReader> opened, String value) {
    try (JsonReader reader = opened.get()) {
      JsonStructure json = reader.read();
      if (json instanceof JsonObject object) {
        return object;
      }
      throw malformed("must be a JSON object", value, null);
    } catch (JsonException e) {
      throw malformed("must be JSON (RFC 8259) without a name that comes twice", value, e);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      // That the nesting is too deep, the parser tells by a bare RuntimeException.
      throw malformed("must not be nested deeper than " + DEEPEST + " levels", value, e);
    }
  }

  private static Refusal malformed(String rule, String value, @Nullable Exception cause) {
    return new Refusal(Reason.MALFORMED, "", rule, value, cause);
  }
}
