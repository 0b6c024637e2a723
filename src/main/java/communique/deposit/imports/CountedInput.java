package communique.deposit.imports;

import communique.briefing.imports.Gzip;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that tells how much of it has been read. */
final class CountedInput extends FilterInputStream {
  private long count;
  private boolean packed;

  private CountedInput(InputStream in) {
    super(in);
  }

  static CountedInput of(Path file) throws IOException {
    return new CountedInput(Files.newInputStream(file));
  }

  /** Its bytes, unpacked when they are gzip (RFC 1952). */
  InputStream unpacked() throws IOException {
    InputStream bytes = Gzip.unpacked(this);
    packed = bytes instanceof GZIPInputStream;
    return bytes;
  }

  /** Whether it turned out to be gzip. */
  boolean isPacked() {
    return packed;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = super.read(to, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
