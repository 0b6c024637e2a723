package communique.media;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The files of imports, from their hand-over to the end of the import. They lie beside the media,
 * where every node can read them.
 */
@ApplicationScoped
public class ImportFiles {
  /** The largest, in bytes. */
  static final long LARGEST = 10L * 1024 * 1024 * 1024;

  private static final String UNPACKED = ".tar";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.tar)?");

  private final Path folder;

  /** For CDI's proxy. */
  protected ImportFiles() {
    this(".");
  }

  @Inject
  ImportFiles(@ConfigProperty(name = "COMMUNIQUE_MEDIA_FOLDER") String folder) {
    this.folder = Path.of(folder).resolve("imports");
  }

  /**
   * Receives a file to the disk; when this returns, it is durable.
   *
   * @return its size in bytes
   * @throws Refusal TOO_LARGE, or MISSING when it is empty; then nothing is kept
   */
  public long receive(UUID id, InputStream from) throws IOException {
    Files.createDirectories(folder);
    Path file = place(id);
    boolean done = false;
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = copy(from, to);
      to.force(true);
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
      done = true;
      return size;
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Where a file is. */
  public Path place(UUID id) {
    return folder.resolve(id.toString());
  }

  /** Where a file may be unpacked to while it is worked on. */
  public static Path unpacked(Path file) {
    return file.resolveSibling(file.getFileName() + UNPACKED);
  }

  /** What nobody has written to for a day: files of imports, and what was unpacked beside them. */
  public Set<UUID> old() {
    Set<UUID> old = new HashSet<>();
    if (!Files.exists(folder)) {
      return old;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        Matcher name = NAME.matcher(each.getFileName().toString());
        if (name.matches() && StoredFiles.isOld(each)) {
          old.add(UUID.fromString(name.group(1)));
        }
      }
      return old;
    } catch (IOException e) {
      throw new UncheckedIOException("the files of imports cannot be gone through", e);
    }
  }

  /** The size of a file, in bytes. */
  public long size(UUID id) {
    try {
      return Files.size(place(id));
    } catch (IOException e) {
      throw new UncheckedIOException("the file of an import cannot be found", e);
    }
  }

  /** Drops a file, and what was unpacked beside it; they may be gone already. */
  public void drop(UUID id) {
    try {
      Files.deleteIfExists(place(id));
      Files.deleteIfExists(unpacked(place(id)));
    } catch (IOException e) {
      throw new UncheckedIOException("the file of an import could not be dropped", e);
    }
  }

  private static long copy(InputStream from, FileChannel to) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      size += read;
      if (size > LARGEST) {
        throw new Refusal(Reason.TOO_LARGE, "", "must have at most " + LARGEST + " bytes", "");
      }
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    }
    if (size == 0) {
      throw new Refusal(Reason.MISSING, "", "must not be empty", "");
    }
    return size;
  }
}
