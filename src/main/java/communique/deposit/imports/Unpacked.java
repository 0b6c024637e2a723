package communique.deposit.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file being unpacked, which ends with an error when it swells beyond all that is usual. */
final class Unpacked extends FilterInputStream {
  /** How many times its packed size a file may have; deflate itself ends at about 1,030. */
  static final long MOST_SWELLING = 200;

  /** Below this size, in bytes, a file may swell as it likes. */
  static final long HARMLESS = 16L * 1024 * 1024;

  private final String name;
  private final long most;
  private long count;

  /**
   * @param packed the size before unpacking, in bytes; negative when it is not known
   */
  Unpacked(InputStream in, String name, long packed) {
    super(in);
    this.name = name;
    this.most = Math.max(HARMLESS, Math.max(0, packed) * MOST_SWELLING);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = super.read(to, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int more) throws IOException {
    count += more;
    if (count > most) {
      throw new IOException(name + " unpacks to more than " + MOST_SWELLING + " times its size");
    }
  }
}
