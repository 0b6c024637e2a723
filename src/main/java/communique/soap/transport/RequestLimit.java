package communique.soap.transport;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.deposit.AttachMedia;
import communique.soap.limits.HttpHead;
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
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets no request through that is larger than its service takes, whether its sender tells its
 * length beforehand or not, or that comes too slowly: reading on fails, and what had been read is
 * dropped. Only when a request turns out to bring one media file, which is not held in memory, may
 * it become larger.
 */
@WebFilter("/soap/*")
public class RequestLimit implements Filter {
  /** The largest request, with its attachments. */
  public static final int MOST_BYTES = 24 * 1024 * 1024;

  /** The largest request that hands over a media file as a part of it. */
  static final long MOST_BYTES_WITH_MEDIA = AttachMedia.LARGEST + 1024 * 1024;

  /** The largest question to the retrieval service. */
  private static final int MOST_TO_ASK = 1024 * 1024;

  private static final long GRACE_SECONDS = 30;
  private static final int LEAST_BYTES_A_SECOND = 1_000;

  /** Lets a request go on that hands over a media file: all that comes before that is read. */
  static void widen(HttpServletRequest request) {
    Object limit = request.getAttribute(Limit.class.getName());
    ((Limit) Objects.requireNonNull(limit, "not limited")).most = MOST_BYTES_WITH_MEDIA;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Limited((HttpServletRequest) request), response);
  }

  private static IOException tooLarge(long most) {
    return refused(Reason.TOO_LARGE, "must have at most " + most + " bytes");
  }

  private static IOException tooSlow() {
    String rule =
        "must come at %d bytes a second at least, after the first %d seconds"
            .formatted(LEAST_BYTES_A_SECOND, GRACE_SECONDS);
    return refused(Reason.MALFORMED, rule);
  }

  private static IOException refused(Reason reason, String rule) {
    return new IOException(rule, new Refusal(reason, "", rule, ""));
  }

  /** How much of a request is read. */
  private static final class Limit {
    private long most = MOST_BYTES;
    private boolean exceeded;
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final Limit limit = new Limit();

    Limited(HttpServletRequest request) {
      super(request);
      request.setAttribute(Limit.class.getName(), limit);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (isQuestion()) {
        limit.most = MOST_TO_ASK;
      }
      long most = mayHaveMedia() ? MOST_BYTES_WITH_MEDIA : limit.most;
      if (getContentLengthLong() > most) {
        limit.most = most;
        limit.exceeded = true;
      }
      return new Counted(super.getInputStream(), limit);
    }

    private boolean isQuestion() {
      return ("" + getPathInfo()).startsWith("/retrieval");
    }

    private boolean mayHaveMedia() {
      String type = "" + getContentType();
      return type.toLowerCase(Locale.ROOT).startsWith("multipart/")
          && "/deposit".equals(getPathInfo());
    }

    @Override
    public @Nullable String getContentType() {
      return HttpHead.spelled(super.getContentType());
    }

    @Override
    public @Nullable String getCharacterEncoding() {
      return Objects.equals(getContentType(), super.getContentType())
          ? super.getCharacterEncoding()
          : null;
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final Limit limit;
    private long count;
    private long waited;

    Counted(ServletInputStream in, Limit limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (limit.exceeded) {
        throw tooLarge(limit.most);
      }
      long begin = System.nanoTime();
      int read = received(to, offset, length);
      waited += System.nanoTime() - begin;
      count += Math.max(read, 0);
      if (count > limit.most) {
        throw tooLarge(limit.most);
      }
      // Only what the sender lets the archive wait for: one that is busy itself blames nobody.
      long seconds = waited / 1_000_000_000 - GRACE_SECONDS;
      if (read >= 0 && seconds > 0 && count < seconds * LEAST_BYTES_A_SECOND) {
        throw tooSlow();
      }
      return read;
    }

    // Nobody who reads on can know any more whether the network or a disk of the archive failed.
    private int received(byte[] to, int offset, int length) throws IOException {
      try {
        return in.read(to, offset, length);
      } catch (IOException e) {
        throw new IOException(
            e.getMessage(), new Refusal(Reason.MALFORMED, "", "must come to its end", "", e));
      }
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
