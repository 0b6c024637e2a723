package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A ZIP with files of lines, pages and media. Its files are read in the order of their names. */
final class ZipHoldings implements Holdings {
  /** The most files in one ZIP. */
  static final int MOST_FILES = 1_000_000;

  private final ZipFile zip;
  private final Iterator<? extends ZipEntry> entries;
  private @Nullable EntryLines lines;
  private long before;
  private long bytes;

  ZipHoldings(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile());
    if (zip.size() > MOST_FILES) {
      zip.close();
      throw new IOException("the ZIP has more than " + MOST_FILES + " files");
    }
    this.entries = zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).iterator();
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    while (true) {
      if (lines == null && !open()) {
        return null;
      }
      RawLine line = lines == null ? null : lines.next();
      if (line != null) {
        return line;
      }
      leave();
    }
  }

  private boolean open() throws IOException {
    while (lines == null && entries.hasNext()) {
      ZipEntry entry = entries.next();
      bytes += Math.max(0, entry.getCompressedSize());
      lines = EntryLines.of(entry.getName(), () -> unpacked(entry), before);
    }
    return lines != null;
  }

  private void leave() throws IOException {
    if (lines != null) {
      before = lines.number();
      lines.close();
      lines = null;
    }
  }

  private InputStream unpacked(ZipEntry entry) throws IOException {
    return new Unpacked(zip.getInputStream(entry), entry.getName(), entry.getCompressedSize());
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Upload medium(String path) {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null || entry.isDirectory()) {
      throw new Refusal(Reason.UNKNOWN_VALUE, "path", "must be a file of the ZIP", path);
    }
    return new Upload(MediaName.type(path), () -> unpacked(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
