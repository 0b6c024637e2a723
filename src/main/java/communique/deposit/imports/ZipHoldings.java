package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A ZIP with files of lines, pages and media. Its files are read in the order of their names. */
final class ZipHoldings implements Holdings {
  private final ZipFile zip;
  private final Iterator<? extends ZipEntry> entries;
  private @Nullable EntryLines lines;
  private long before;
  private long bytes;

  ZipHoldings(Path file) throws IOException {
    this.zip = opened(file);
    if (zip.size() > MOST_FILES) {
      zip.close();
      throw new IOException("the ZIP has more than " + MOST_FILES + " files");
    }
    this.entries =
        zip.stream()
            .filter(entry -> !entry.isDirectory())
            .sorted(Comparator.comparing(ZipEntry::getName))
            .iterator();
  }

  // Without the flag for UTF-8, names are in code page 437 (APPNOTE.TXT 6.3.10, D.1). Many write
  // UTF-8 all the same, which is therefore tried first; what Windows writes in Western Europe, code
  // page 850, has the letters of German at the same places.
  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      try {
        return new ZipFile(file.toFile(), Charset.forName("IBM437"));
      } catch (ZipException still) {
        e.addSuppressed(still);
        throw e;
      }
    }
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
      lines = EntryLines.of(entry.getName(), entry.getSize(), () -> unpacked(entry), before);
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
