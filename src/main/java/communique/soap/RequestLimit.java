package communique.soap;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Lets no request through that is larger than the services take, whether its sender tells its
 * length beforehand or not: reading on fails, and what had been read is dropped.
 */
@WebFilter("/soap/*")
public class RequestLimit implements Filter {
  /** The largest request, with its attachments. */
  static final int MOST_BYTES = 24 * 1024 * 1024;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Limited((HttpServletRequest) request), response);
  }

  private static IOException tooLarge() {
    String rule = "must have at most " + MOST_BYTES + " bytes";
    return new IOException(rule, new Refusal(Reason.TOO_LARGE, "", rule, ""));
  }

  private static final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), getContentLengthLong());
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final long announced;
    private long count;

    Counted(ServletInputStream in, long announced) {
      this.in = in;
      this.announced = announced;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (announced > MOST_BYTES) {
        throw tooLarge();
      }
      int read = in.read(to, offset, length);
      count += Math.max(read, 0);
      if (count > MOST_BYTES) {
        throw tooLarge();
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
