package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An envelope as it comes, that may have only so many bytes until its body begins. */
final class HeaderStream extends FilterInputStream {
  private static final int MOST_BYTES = 256 * 1024;

  private int count;
  private boolean begun;

  HeaderStream(InputStream in) {
    super(in);
  }

  /** Says that the body has begun. */
  void begin() {
    begun = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = in.read(to, offset, length);
    if (!begun) {
      count += Math.max(read, 0);
      if (count > MOST_BYTES) {
        throw new IOException(
            new Refusal(
                Reason.TOO_LARGE,
                "",
                "must have at most " + MOST_BYTES + " bytes before its Body",
                ""));
      }
    }
    return read;
  }
}
