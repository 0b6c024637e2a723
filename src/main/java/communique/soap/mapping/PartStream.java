package communique.soap.mapping;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file while they come in. That they cannot be read is told as what it is, since
 * whoever writes them down cannot know whether reading or writing has failed.
 */
final class PartStream extends FilterInputStream {
  PartStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      return super.read(to, offset, length);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private static IOException brokenOff(IOException e) {
    return e.getCause() instanceof Refusal
        ? e
        : new IOException(
            e.getMessage(), new Refusal(Reason.MALFORMED, "content", "must come in whole", "", e));
  }
}
