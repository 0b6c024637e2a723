package communique.deposit.imports;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportTerms;
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

/** Finds out what lines say. */
final class LineReader {
  // A name that comes twice would be read by one and overlooked by another.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(
          Map.of(
              JsonConfig.KEY_STRATEGY,
              JsonConfig.KeyStrategy.NONE,
              "org.eclipse.parsson.maxDepth",
              "40"));

  private final ImportTerms terms;
  private final Holdings holdings;

  LineReader(ImportTerms terms, Holdings holdings) {
    this.terms = terms;
    this.holdings = holdings;
  }

  /** The line, with all that is wrong with it when something is. */
  Reading.Line read(RawLine raw) {
    try {
      return new Reading.Line(raw, reading(raw), null);
    } catch (Refusal refusal) {
      return new Reading.Line(raw, null, refusal);
    }
  }

  private Reading reading(RawLine raw) {
    byte[] bytes = raw.bytes();
    if (bytes == null) {
      throw new Refusal(
          Reason.TOO_LARGE, "", "must have at most " + LineStream.LONGEST + " bytes", "");
    }
    String text = text(bytes);
    if (raw.page()) {
      return PageForm.read(text, terms, new Original("text/plain", bytes));
    }
    JsonObject json = json(text);
    Original original = new Original("application/json", bytes);
    return json.containsKey("lang")
        ? CorpusForm.read(json, terms, original)
        : OwnForm.read(json, terms, original, holdings);
  }

  private static String text(byte[] bytes) {
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

  private static JsonObject json(String text) {
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
