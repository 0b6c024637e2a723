package communique.deposit.imports;

import communique.briefing.imports.LineStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of one file, numbered; a page is one line. */
final class EntryLines implements Closeable {
  private final @Nullable String file;
  private final InputStream in;
  private final @Nullable LineStream lines;
  private long number;
  private boolean over;

  private EntryLines(@Nullable String file, InputStream in, boolean page, long before) {
    this.file = file;
    this.in = in;
    this.lines = page ? null : new LineStream(in);
    this.number = before;
  }

  /**
   * @param before the number of the last line of the file before
   */
  static EntryLines ofLines(@Nullable String file, InputStream in, long before) {
    return new EntryLines(file, in, false, before);
  }

  static EntryLines ofPage(@Nullable String file, InputStream in, long before) {
    return new EntryLines(file, in, true, before);
  }

  /** Those of a file in a ZIP or tar, by its name; absent when it is neither lines nor a page. */
  static @Nullable EntryLines of(String file, Opening opening, long before) throws IOException {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return ofLines(file, opening.open(), before);
    }
    return name.endsWith(".txt") ? ofPage(file, opening.open(), before) : null;
  }

  @Nullable RawLine next() throws IOException {
    if (lines == null) {
      return page();
    }
    for (LineStream.Line line = lines.next(); line != null; line = lines.next()) {
      number++;
      if (!line.isBlank()) {
        return new RawLine(number, file, false, line.bytes());
      }
    }
    return null;
  }

  long number() {
    return number;
  }

  private @Nullable RawLine page() throws IOException {
    if (over) {
      return null;
    }
    over = true;
    number++;
    byte[] bytes = in.readNBytes(LineStream.LONGEST + 1);
    return new RawLine(number, file, true, bytes.length > LineStream.LONGEST ? null : bytes);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Opens a file. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }
}
