package communique.soap.answers;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body was read, and can be once more, to where it broke off if it did. */
final class RepeatedRequest extends HttpServletRequestWrapper {
  private final byte[] body;
  private final @Nullable IOException end;

  private RepeatedRequest(HttpServletRequest request, byte[] body, @Nullable IOException end) {
    super(request);
    this.body = body;
    this.end = end;
  }

  /** Reads a request, which is short. */
  static RepeatedRequest read(HttpServletRequest request) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(request.getContentLength());
    try {
      request.getInputStream().transferTo(body);
      return new RepeatedRequest(request, body.toByteArray(), null);
    } catch (IOException e) {
      // Told to who reads it next, and answers for it.
      return new RepeatedRequest(request, body.toByteArray(), e);
    }
  }

  /** Whether it did not break off. */
  boolean isWhole() {
    return end == null;
  }

  byte[] body() {
    return body;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Again(new ByteArrayInputStream(body), end);
  }

  private static final class Again extends ServletInputStream {
    private final ByteArrayInputStream in;
    private final @Nullable IOException end;

    Again(ByteArrayInputStream in, @Nullable IOException end) {
      this.in = in;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      return ended(in.read());
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      return ended(in.read(to, offset, length));
    }

    private int ended(int read) throws IOException {
      if (read < 0 && end != null) {
        throw end;
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("all of it is there");
    }
  }
}
