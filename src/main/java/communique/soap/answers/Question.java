package communique.soap.answers;

import communique.soap.description.AskedAddress;
import communique.soap.security.TlsCertificate;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * All of a request that its answer can depend on, when nothing in it says who asks.
 *
 * @param address at which it was asked: answers have addresses in them
 * @param types its headers Content-Type
 * @param actions its headers SOAPAction
 * @param body the message
 */
record Question(URI address, List<String> types, List<String> actions, ByteBuffer body) {
  private static final int LONGEST = 4_096;
  private static final int BESIDE_THE_BODY = 500;

  /** Whether the request, which is not read yet, is one of those that are remembered. */
  static boolean mayBe(HttpServletRequest request) {
    int length = request.getContentLength();
    return length > 0
        && length <= LONGEST
        && request.getQueryString() == null
        && request.getHeader("Authorization") == null
        && request.getHeader("Content-Encoding") == null
        && request.getUserPrincipal() == null
        && TlsCertificate.of(request) == null
        && !("" + request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  static Question of(HttpServletRequest request, byte[] body) {
    return new Question(
        AskedAddress.of(request),
        Collections.list(request.getHeaders("Content-Type")),
        Collections.list(request.getHeaders("SOAPAction")),
        ByteBuffer.wrap(body).asReadOnlyBuffer());
  }

  /** How many bytes of memory it takes, about. */
  int size() {
    return body.remaining() + BESIDE_THE_BODY;
  }
}
