package communique.rest;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.StrictJson;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

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
    return new JsonBody(bytes, StrictJson.object(bytes));
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
}
