package communique.briefing.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a line as text, and text as an object. */
public final class JsonLine {
  // A name that comes twice would be read by one and overlooked by another.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(
          Map.of(
              JsonConfig.KEY_STRATEGY,
              JsonConfig.KeyStrategy.NONE,
              "org.eclipse.parsson.maxDepth",
              "40"));

  private JsonLine() {}

  /**
   * The text of a line, without a byte order mark.
   *
   * @param bytes null when there are more than a line may have
   * @throws Refusal TOO_LARGE, or MALFORMED when it is not UTF-8
   */
  public static String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new Refusal(
          Reason.TOO_LARGE, "", "must have at most " + LineStream.LONGEST + " bytes", "");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal(Reason.MALFORMED, "", "must be UTF-8 (RFC 3629)", "", e);
    }
  }

  /**
   * The object that a text is.
   *
   * @throws Refusal MALFORMED when it is none
   */
  public static JsonObject object(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonStructure json = reader.read();
      if (json instanceof JsonObject object) {
        return object;
      }
      throw malformed("must be a JSON object", text, null);
    } catch (JsonException e) {
      throw malformed("must be JSON (RFC 8259) without a name that comes twice", text, e);
    }
  }

  private static Refusal malformed(String rule, String text, @Nullable Exception cause) {
    return new Refusal(Reason.MALFORMED, "", rule, text, cause);
  }
}
