package communique.briefing.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Tells bytes that are packed from those that are not. */
public final class Gzip {
  private static final int MAGIC = 0x1f8b;
  private static final int AT_ONCE = 64 * 1024;

  private Gzip() {}

  /** The bytes, unpacked when they are gzip (RFC 1952); then a {@link GZIPInputStream}. */
  public static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, AT_ONCE);
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return magic == MAGIC ? new GZIPInputStream(bytes, AT_ONCE) : bytes;
  }
}
