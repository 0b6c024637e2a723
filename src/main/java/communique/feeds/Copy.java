package communique.feeds;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Gathers a document and sends it with its length when it is complete; one that is too large to be
 * gathered is sent as it comes.
 */
final class Copy extends OutputStream {
  private static final int LARGEST = 4_000_000;

  private final HttpServletResponse response;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private boolean tooLarge;

  Copy(HttpServletResponse response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!tooLarge && gathered.size() + length > LARGEST) {
      tooLarge = true;
      gathered.writeTo(response.getOutputStream());
      gathered.reset();
    }
    if (tooLarge) {
      response.getOutputStream().write(bytes, from, length);
    } else {
      gathered.write(bytes, from, length);
    }
  }

  /** Sends what was gathered, and gives it; empty when it was too much and has been sent. */
  Optional<byte[]> send() throws IOException {
    if (tooLarge) {
      return Optional.empty();
    }
    byte[] bytes = gathered.toByteArray();
    send(bytes, response);
    return Optional.of(bytes);
  }

  /** Sends a document that is complete. */
  static void send(byte[] bytes, HttpServletResponse response) throws IOException {
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
