package communique.doors.soap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A PDF, to look at, of any size, made while it is read and held nowhere. In its middle it waits
 * until others have begun.
 */
final class GrowingFile extends InputStream {
  private static final byte[] BEGIN = "%PDF-1.7\n".getBytes(US_ASCII);

  /** For one that waits for nobody. */
  static final CountDownLatch ALONE = new CountDownLatch(0);

  private final long size;
  private final CountDownLatch toBegin;
  private long place;

  /**
   * @param toBegin counts those that have not begun
   */
  GrowingFile(long size, CountDownLatch toBegin) {
    this.size = size;
    this.toBegin = toBegin;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (place == size) {
      return -1;
    }
    int read = (int) Math.min(length, size - place);
    for (int i = 0; i < read; i++) {
      long at = place + i;
      to[offset + i] = at < BEGIN.length ? BEGIN[(int) at] : (byte) (at * 31 + (at >> 8));
    }
    if (place == 0) {
      toBegin.countDown();
    } else if (place > size / 2) {
      await();
    }
    place += read;
    return read;
  }

  // Less than a server waits for the next bytes.
  private void await() throws IOException {
    try {
      if (!toBegin.await(25, TimeUnit.SECONDS)) {
        throw new IOException("the others have not begun");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
