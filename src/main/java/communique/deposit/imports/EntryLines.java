package communique.deposit.imports;

import communique.briefing.imports.Gzip;
import communique.briefing.imports.LineStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of one file, numbered; a page is one line, and so is a file of no use. */
final class EntryLines implements Closeable {
  /** What systems put beside the files they pack, for themselves. */
  private static final Pattern LITTER =
      Pattern.compile("(?i)(__MACOSX/.*|(.*/)?(\\.[^/]*|Thumbs\\.db|desktop\\.ini))");

  private final @Nullable String file;
  private final InputStream in;
  private final RawLine.Form form;
  private final @Nullable LineStream lines;
  private long number;
  private boolean over;

  private EntryLines(@Nullable String file, InputStream in, RawLine.Form form, long before) {
    this.file = file;
    this.in = in;
    this.form = form;
    this.lines = form == RawLine.Form.OBJECT ? new LineStream(in) : null;
    this.number = before;
  }

  /**
   * @param before the number of the last line of the file before
   */
  static EntryLines ofLines(@Nullable String file, InputStream in, long before) {
    return new EntryLines(file, in, RawLine.Form.OBJECT, before);
  }

  static EntryLines ofPage(@Nullable String file, InputStream in, long before) {
    return new EntryLines(file, in, RawLine.Form.PAGE, before);
  }

  /**
   * Those of a file in a ZIP or tar, by its name; absent when it is a medium, which lines may name,
   * or nothing that anybody has put there.
   *
   * @param size in bytes; negative when it is not known
   */
  static @Nullable EntryLines of(String file, long size, Opening opening, long before)
      throws IOException {
    String name = file.toLowerCase(Locale.ROOT);
    if (LITTER.matcher(file).matches() || MediaName.isKnown(file)) {
      return null;
    }
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return ofLines(file, opening.open(), before);
    }
    if (name.endsWith(".ndjson.gz") || name.endsWith(".jsonl.gz")) {
      return ofLines(file, new Unpacked(Gzip.unpacked(opening.open()), file, size), before);
    }
    return name.endsWith(".txt")
        ? ofPage(file, opening.open(), before)
        : new EntryLines(file, InputStream.nullInputStream(), RawLine.Form.STRANGE, before);
  }

  @Nullable RawLine next() throws IOException {
    if (lines == null) {
      return whole();
    }
    for (LineStream.Line line = lines.next(); line != null; line = lines.next()) {
      number++;
      if (!line.isBlank()) {
        return new RawLine(number, file, form, line.bytes());
      }
    }
    return null;
  }

  long number() {
    return number;
  }

  private @Nullable RawLine whole() throws IOException {
    if (over) {
      return null;
    }
    over = true;
    number++;
    byte[] bytes = in.readNBytes(LineStream.LONGEST + 1);
    boolean none = form == RawLine.Form.STRANGE || bytes.length > LineStream.LONGEST;
    return new RawLine(number, file, form, none ? null : bytes);
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
