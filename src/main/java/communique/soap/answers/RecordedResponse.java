package communique.soap.answers;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response that keeps what is sent as well, as far as that is short. A client that is gone makes
 * sending fail, which whoever sends may pass over in silence.
 */
final class RecordedResponse extends HttpServletResponseWrapper {
  private static final int LONGEST = 256 * 1024;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private boolean tooLong;
  private boolean failed;

  RecordedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What was sent; null when it was nothing or long, or went wrong. */
  byte @Nullable [] body() {
    boolean whole = !tooLong && !failed && sent.size() > 0 && getStatus() == SC_OK;
    return whole ? sent.toByteArray() : null;
  }

  @Override
  public void reset() {
    super.reset();
    sent.reset();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    sent.reset();
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
      noting(() -> out.write(from, offset, length));
      keep(from, offset, length);
    }

    @Override
    public void flush() throws IOException {
      noting(out::flush);
    }

    @Override
    public void close() throws IOException {
      noting(out::close);
    }

    private void noting(Step step) throws IOException {
      try {
        step.take();
      } catch (IOException e) {
        failed = true;
        throw e;
      }
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

  private interface Step {
    void take() throws IOException;
  }
}
