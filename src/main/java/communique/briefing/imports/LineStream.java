package communique.briefing.imports;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, of which none is held that is longer than a line may be. */
public final class LineStream implements Closeable {
  /** The longest line, in bytes: as large as a request with one briefing may be. */
  public static final int LONGEST = 8 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(8 * 1024);
  private int next;
  private int filled;
  private boolean tooLong;

  public LineStream(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; absent at the end. */
  public @Nullable Line next() throws IOException {
    line.reset();
    tooLong = false;
    boolean any = false;
    while (next < filled || fill()) {
      any = true;
      int end = next;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      take(end);
      if (end < filled) {
        next = end + 1;
        return taken();
      }
      next = end;
    }
    return any ? taken() : null;
  }

  private void take(int end) {
    tooLong |= line.size() + end - next > LONGEST;
    if (tooLong) {
      line.reset();
    } else {
      line.write(buffer, next, end - next);
    }
  }

  private Line taken() {
    return new Line(tooLong ? null : line.toByteArray());
  }

  private boolean fill() throws IOException {
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A line; without its bytes when it is too long. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  public record Line(byte @Nullable [] bytes) {
    /** Whether it has white space at most. */
    public boolean isBlank() {
      if (bytes == null) {
        return false;
      }
      for (byte each : bytes) {
        if (each > ' ' || each < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
