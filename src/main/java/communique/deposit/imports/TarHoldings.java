package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.media.ImportFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.jspecify.annotations.Nullable;

/**
 * A tar with files of lines, pages and media. Its files are read in the order of their names. One
 * that is packed is unpacked beside it first: its lines name media that stand anywhere.
 */
final class TarHoldings implements Holdings {
  /** The largest tar after unpacking, in bytes. */
  private static final long LARGEST = 50L * 1024 * 1024 * 1024;

  private final @Nullable Path unpacked;
  private final TarFile tar;
  private final Map<String, TarArchiveEntry> files = new HashMap<>();
  private final Iterator<TarArchiveEntry> entries;
  private @Nullable EntryLines lines;
  private long before;
  private long bytes;

  TarHoldings(Path file) throws IOException {
    this.unpacked = unpacked(file);
    boolean done = false;
    try {
      Path plain = unpacked == null ? file : unpacked;
      count(plain);
      this.tar = new TarFile(plain);
      done = true;
    } finally {
      if (!done) {
        dropUnpacked();
      }
    }
    for (TarArchiveEntry entry : tar.getEntries()) {
      if (!entry.isCheckSumOK()) {
        close();
        throw new IOException("it is no tar, plain or gzip, or a damaged one");
      }
      if (entry.isFile() && !entry.isSparse()) {
        files.put(name(entry), entry);
      }
    }
    this.entries =
        files.values().stream().sorted(Comparator.comparing(TarHoldings::name)).iterator();
  }

  // Before all of them are read into memory: some bytes, packed, can be very many.
  private static void count(Path tar) throws IOException {
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
      int count = 0;
      while (in.getNextEntry() != null) {
        count++;
        if (count > MOST_FILES) {
          throw new IOException("the tar has more than " + MOST_FILES + " files");
        }
      }
    }
  }

  private static @Nullable Path unpacked(Path file) throws IOException {
    try (CountedInput packed = CountedInput.of(file);
        InputStream in = packed.unpacked()) {
      if (!packed.isPacked()) {
        return null;
      }
      Path to = ImportFiles.unpacked(file);
      Files.deleteIfExists(to);
      boolean done = false;
      try (InputStream bounded =
          new Unpacked(
              in, "the tar", Math.min(Files.size(file), LARGEST / Unpacked.MOST_SWELLING))) {
        Files.copy(bounded, to);
        done = true;
        return to;
      } finally {
        if (!done) {
          Files.deleteIfExists(to);
        }
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
      if (lines != null) {
        before = lines.number();
        lines = null;
      }
    }
  }

  private boolean open() throws IOException {
    while (lines == null && entries.hasNext()) {
      TarArchiveEntry entry = entries.next();
      bytes += entry.getSize();
      lines = EntryLines.of(name(entry), entry.getSize(), () -> tar.getInputStream(entry), before);
    }
    return lines != null;
  }

  // What was packed from a folder as "." begins so.
  private static String name(TarArchiveEntry entry) {
    String name = entry.getName();
    return name.startsWith("./") ? name.substring(2) : name;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Upload medium(String path) {
    TarArchiveEntry entry = files.get(path);
    if (entry == null) {
      throw new Refusal(Reason.UNKNOWN_VALUE, "path", "must be a file of the tar", path);
    }
    return new Upload(MediaName.type(path), () -> tar.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    tar.close();
    dropUnpacked();
  }

  private void dropUnpacked() throws IOException {
    if (unpacked != null) {
      Files.deleteIfExists(unpacked);
    }
  }
}
