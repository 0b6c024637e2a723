package communique.rest;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A request's JSON, read whole because it is small: files travel by themselves.
 *
 * @param bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record JsonBody(byte[] bytes, JsonObject object) {
  /** The largest body, in bytes: some times the longest text with all its spans. */
  private static final int LARGEST = 8 * 1024 * 1024;

  /** The largest body of a form that has no long text, in bytes. */
  private static final int LARGEST_SMALL = 64 * 1024;

  /** Some levels more than any form has. */
  private static final String DEEPEST = "40";

  // A name that comes twice would be read by one and overlooked by another.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(
          Map.of(
              "jakarta.json.JsonConfig.keyStrategy",
              jakarta.json.JsonConfig.KeyStrategy.NONE,
              "org.eclipse.parsson.maxDepth",
              DEEPEST));

  /**
   * Reads a request.
   *
   * @throws Refusal TOO_LARGE, or MALFORMED when it is no JSON object
   */
  static JsonBody of(HttpServletRequest request) throws IOException {
    return read(request, LARGEST);
  }

  /**
   * Reads a request that has no long text.
   *
   * @throws Refusal TOO_LARGE beyond 64 KiB, or MALFORMED when it is no JSON object
   */
  static JsonBody small(HttpServletRequest request) throws IOException {
    return read(request, LARGEST_SMALL);
  }

  private static JsonBody read(HttpServletRequest request, int largest) throws IOException {
    byte[] bytes = bytes(request, largest);
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(bytes))) {
      JsonStructure json = parsed(reader);
      if (json instanceof JsonObject object) {
        return new JsonBody(bytes, object);
      }
      throw malformed("must be a JSON object", null);
    } catch (JsonException e) {
      throw malformed("must be JSON (RFC 8259) without a name that comes twice", e);
    }
  }

  // That the nesting is too deep, the parser tells by a bare RuntimeException.
  private static JsonStructure parsed(JsonReader reader) {
    try {
      return reader.read();
    } catch (JsonException e) {
      throw e;
    } catch (RuntimeException e) {
      throw malformed("must not be nested deeper than " + DEEPEST + " levels", e);
    }
  }

  /** The request as the record keeps it. */
  Original original() {
    return new Original(MediaType.APPLICATION_JSON, bytes);
  }

  private static byte[] bytes(HttpServletRequest request, int largest) throws IOException {
    if (request.getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw tooLarge(largest);
      }
      return bytes;
    }
  }

  private static Refusal tooLarge(int largest) {
    return new Refusal(Reason.TOO_LARGE, "", "must have at most " + largest + " bytes", "");
  }

  private static Refusal malformed(
      String rule, @org.jspecify.annotations.Nullable Exception cause) {
    return new Refusal(Reason.MALFORMED, "", rule, "", cause);
  }
}
