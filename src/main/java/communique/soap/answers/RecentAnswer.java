package communique.soap.answers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * An answer that was given.
 *
 * @param operation that was asked for
 * @param type its content type
 * @param body the message
 * @param still whether it would be the same now; counted as small
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecentAnswer(String operation, String type, byte[] body, BooleanSupplier still) {
  private static final int BESIDE_THE_BODY = 300;

  /** How many bytes of memory it takes, about. */
  int size() {
    return body.length + BESIDE_THE_BODY;
  }

  void send(HttpServletResponse response) throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
