package communique.deposit.imports;

import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.briefing.imports.ImportForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of an import, read from its beginning to its end. */
interface Holdings extends Closeable {
  /** The most files in one ZIP or tar: what is known of each is kept in memory. */
  int MOST_FILES = 100_000;

  /** Opens a file. */
  static Holdings open(ImportForm form, Path file) throws IOException {
    return switch (form) {
      case LINES -> LinesFile.ofLines(file);
      case PAGE -> LinesFile.ofPage(file);
      case ZIP -> new ZipHoldings(file);
      case TAR -> new TarHoldings(file);
    };
  }

  /**
   * The next line that is not blank; absent at the end.
   *
   * @throws IOException when the file is broken here
   */
  @Nullable RawLine next() throws IOException;

  /** How many bytes of the file have been read. */
  long bytes();

  /**
   * A medium that a line names.
   *
   * @throws Refusal UNKNOWN_VALUE when the file has none of this name
   */
  Upload medium(String path);
}
