package communique.soap.answers;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that keeps what is sent as well, as far as that is short. */
final class RecordedResponse extends HttpServletResponseWrapper {
  private static final int LONGEST = 256 * 1024;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private boolean tooLong;

  RecordedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What was sent; null when it was nothing or long, or went wrong. */
  byte @Nullable [] body() {
    return tooLong || sent.size() == 0 || getStatus() != SC_OK ? null : sent.toByteArray();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Kept(super.getOutputStream());
  }

  private void keep(byte[] from, int offset, int length) {
    tooLong |= length > LONGEST - sent.size();
    if (!tooLong) {
      sent.write(from, offset, length);
    }
  }

  private final class Kept extends ServletOutputStream {
    private final ServletOutputStream out;

    Kept(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      keep(from, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
