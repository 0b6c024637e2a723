package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of lines, or of one page, without media. */
final class LinesFile implements Holdings {
  private final CountedInput file;
  private final EntryLines lines;

  private LinesFile(CountedInput file, EntryLines lines) {
    this.file = file;
    this.lines = lines;
  }

  static LinesFile ofLines(Path path) throws IOException {
    CountedInput file = CountedInput.of(path);
    return new LinesFile(file, EntryLines.ofLines(null, file.unpacked(), 0));
  }

  static LinesFile ofPage(Path path) throws IOException {
    CountedInput file = CountedInput.of(path);
    return new LinesFile(file, EntryLines.ofPage(null, file.unpacked(), 0));
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    return lines.next();
  }

  @Override
  public long bytes() {
    return file.count();
  }

  @Override
  public Upload medium(String path) {
    throw new Refusal(
        Reason.UNKNOWN_VALUE, "path", "must be a file beside the lines, in a ZIP or tar", path);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    file.close();
  }
}
