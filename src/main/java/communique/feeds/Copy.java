package communique.feeds;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Passes on what is written and keeps a copy of it, as long as that is not too large. */
final class Copy extends FilterOutputStream {
  private static final int LARGEST = 4_000_000;

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private boolean tooLarge;

  Copy(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    tooLarge = tooLarge || copy.size() + length > LARGEST;
    if (tooLarge) {
      copy.reset();
    } else {
      copy.write(bytes, from, length);
    }
  }

  /** All that was written; empty when it was too much to keep. */
  Optional<byte[]> bytes() {
    return tooLarge ? Optional.empty() : Optional.of(copy.toByteArray());
  }
}
