package communique.doors.soap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PDF, to look at, of any size, made while it is read and held nowhere. In its middle it waits
 * until others have begun.
 */
final class GrowingFile extends InputStream {
  private static final byte[] BEGIN = "%PDF-1.7\n".getBytes(US_ASCII);

  private final long size;
  private final AtomicInteger underWay;
  private final CountDownLatch toBegin;
  private long place;

  /**
   * @param underWay counts those that have begun and not ended
   * @param toBegin counts those that have not begun
   */
  GrowingFile(long size, AtomicInteger underWay, CountDownLatch toBegin) {
    this.size = size;
    this.underWay = underWay;
    this.toBegin = toBegin;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (place == size) {
      return -1;
    }
    int read = (int) Math.min(length, size - place);
    for (int i = 0; i < read; i++) {
      long at = place + i;
      to[offset + i] = at < BEGIN.length ? BEGIN[(int) at] : (byte) (at * 31 + (at >> 8));
    }
    if (place == 0) {
      underWay.incrementAndGet();
      toBegin.countDown();
    }
    place += read;
    if (place == size) {
      underWay.decrementAndGet();
    }
    return read;
  }
}
