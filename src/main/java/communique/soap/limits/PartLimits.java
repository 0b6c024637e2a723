package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message in parts, as it comes: how it is divided is checked byte by byte before anything else
 * reads it. Stricter than RFC 2046 where readers could take a message differently.
 */
public final class PartLimits extends InputStream {
  /** Parts of a message at most: 200 placements and the envelope, with some to spare. */
  public static final int MOST_PARTS = 210;

  /** A physical line of a part's header at most, in bytes. */
  public static final int LONGEST_LINE = 8 * 1024;

  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";]*))", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALLOWED =
      Pattern.compile("[0-9A-Za-z'()+_,\\-./:=? ]{0,69}[0-9A-Za-z'()+_,\\-./:=?]");
  private static final Pattern START =
      Pattern.compile(";\\s*start\\s*=\\s*\"?<?([^\\s\";>]*)", Pattern.CASE_INSENSITIVE);

  private final InputStream in;
  private final PartScanner scanner;
  private @Nullable Refusal broken;

  private PartLimits(InputStream in, PartScanner scanner) {
    this.in = in;
    this.scanner = scanner;
  }

  /**
   * The same bytes; reading them fails, with a {@link Refusal} as the cause, where the message is
   * not divided as it must be, or a part is not in the encoding that it says: its field is then
   * {@code cid:} and the name of the part.
   *
   * @param contentType of a multipart message
   * @throws Refusal when it names no boundary that RFC 2046 allows
   */
  public static PartLimits of(InputStream in, String contentType) {
    Matcher start = START.matcher(contentType);
    String first = start.find() ? start.group(1) : "";
    return new PartLimits(in, new PartScanner(boundary(contentType), first));
  }

  /** A content type with its boundary as CXF looks for it. */
  public static String spelled(String contentType) {
    String boundary = boundary(contentType);
    String rest = BOUNDARY.matcher(contentType).replaceAll("");
    return rest.replaceFirst("^\\s*[^;\\s]+", "multipart/related; boundary=\"" + boundary + "\"");
  }

  private static String boundary(String contentType) {
    Matcher found = BOUNDARY.matcher(contentType);
    String boundary = "";
    if (found.find()) {
      boundary = found.group(1) == null ? found.group(2) : found.group(1);
    }
    if (!ALLOWED.matcher(boundary).matches() || found.find()) {
      throw new Refusal(
          Reason.MALFORMED,
          "",
          "must name one boundary of at most 70 characters in its Content-Type",
          boundary);
    }
    return boundary;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (broken != null) {
      throw new IOException(broken);
    }
    int read = in.read(to, offset, length);
    int seen = 0;
    try {
      if (read < 0) {
        scanner.end();
      }
      for (; seen < read; seen++) {
        scanner.accept(to[offset + seen]);
      }
    } catch (Refusal refusal) {
      broken = refusal;
      if (refusal.reason() != Reason.BAD_FORMAT || seen == 0) {
        throw new IOException(refusal);
      }
      // What comes before says whose content the part is.
      return seen;
    }
    return read;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
