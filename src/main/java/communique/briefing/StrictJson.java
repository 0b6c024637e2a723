package communique.briefing;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects as they are handed over: nothing in them is overlooked. */
public final class StrictJson {
  /** Some levels more than any form has. */
  private static final String DEEPEST = "40";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

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
   * The object that bytes are, in UTF-8 (RFC 8259, section 8.1).
   *
   * @throws Refusal MALFORMED when they are none, something follows it, a name comes twice in it,
   *     or it is nested deeper than 40 levels
   */
  public static JsonObject object(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
        text.get();
      }
      return object(text.toString(), "");
    } catch (CharacterCodingException e) {
      // Letters of another encoding would be kept as question marks for good.
      throw malformed("must be in UTF-8", "", e);
    }
  }

  /**
   * The object that a text is.
   *
   * @throws Refusal the same, with the text as its value
   */
  public static JsonObject object(String text) {
    return object(text, text);
  }

  private static JsonObject object(String text, String value) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonObject object = reader.read() instanceof JsonObject read ? read : null;
      if (object == null || !isAlone(text)) {
        throw malformed("must be one JSON object, which nothing follows", value, null);
      }
      return object;
    } catch (JsonException e) {
      throw malformed(
          "must be one JSON object (RFC 8259) without a name that comes twice", value, e);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      // The parser tells these by a bare RuntimeException.
      throw malformed(
          "must not be nested deeper than " + DEEPEST + " levels, nor have a number without end",
          value,
          e);
    }
  }

  // The reader stops where the object ends.
  private static boolean isAlone(String text) {
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (quoted && at == '\\') {
        i++;
      } else if (at == '"') {
        quoted = !quoted;
      } else if (!quoted && at == '{') {
        open++;
      } else if (!quoted && at == '}' && --open == 0) {
        return text.substring(i + 1).isBlank();
      }
    }
    return false;
  }

  private static Refusal malformed(String rule, String value, @Nullable Exception cause) {
    return new Refusal(Reason.MALFORMED, "", rule, value, cause);
  }
}
