package communique.media;

import communique.briefing.Digest;
import communique.briefing.FileState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files of the store as they lie on the disk, whatever the record says of them. */
@ApplicationScoped
public class StoredFiles {
  /** What is read at once, and how long the disk is then left to others: at most 33 MB a second. */
  private static final int PIECE = 1024 * 1024;

  private static final Duration PAUSE = Duration.ofMillis(30);

  /** A file that is younger may belong to a transaction that has not ended yet. */
  private static final Duration YOUNG = Duration.ofHours(24);

  private static final int AT_ONCE = 500;

  private final Path folder;
  private final MediaStore store;

  /** For CDI's proxy. */
  protected StoredFiles() {
    this(".", new MediaStore());
  }

  @Inject
  StoredFiles(@ConfigProperty(name = "COMMUNIQUE_MEDIA_FOLDER") String folder, MediaStore store) {
    this.folder = Path.of(folder);
    this.store = store;
  }

  /**
   * Reads a file again, slowly, and holds it against its address.
   *
   * @throws InterruptedException when the server stops
   */
  public Reading read(Digest address) throws InterruptedException {
    long bytes = 0;
    try (InputStream in = Files.newInputStream(store.place(address))) {
      MessageDigest digest = Digest.sha256();
      byte[] piece = new byte[PIECE];
      for (int read = in.readNBytes(piece, 0, PIECE);
          read > 0;
          read = in.readNBytes(piece, 0, PIECE)) {
        digest.update(piece, 0, read);
        bytes += read;
        Thread.sleep(PAUSE.toMillis());
      }
      boolean same = Digest.ofFinished(digest.digest()).equals(address);
      return new Reading(same ? FileState.INTACT : FileState.DAMAGED, bytes);
    } catch (NoSuchFileException e) {
      return new Reading(FileState.MISSING, bytes);
    } catch (ClosedByInterruptException e) {
      throw (InterruptedException) new InterruptedException("the server stops").initCause(e);
    } catch (IOException e) {
      // The disk gives the file no more.
      return new Reading(FileState.DAMAGED, bytes);
    }
  }

  /**
   * Drops what was being received when a server went down, a day or more ago.
   *
   * @return how many files
   */
  public int dropLeftovers() {
    Path incoming = folder.resolve("incoming");
    int dropped = 0;
    try {
      if (!Files.exists(incoming)) {
        return 0;
      }
      try (var received = Files.newDirectoryStream(incoming)) {
        for (Path each : received) {
          dropped += isOld(each) && Files.deleteIfExists(each) ? 1 : 0;
        }
      }
      return dropped;
    } catch (IOException e) {
      throw new UncheckedIOException("leftovers could not be dropped", e);
    }
  }

  /** Shows all files that are older than a day, at most 500 at once. */
  public void old(Consumer<List<Digest>> files) {
    List<Digest> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.getFileName().toString().matches("[0-9a-f]{64}") && isOld(attributes)) {
                found.add(new Digest(file.getFileName().toString()));
              }
              if (found.size() == AT_ONCE) {
                files.accept(List.copyOf(found));
                found.clear();
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // Others move and drop files meanwhile.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("the media store cannot be gone through", e);
    }
    if (!found.isEmpty()) {
      files.accept(found);
    }
  }

  static boolean isOld(Path file) throws IOException {
    try {
      return isOld(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean isOld(BasicFileAttributes file) {
    return file.lastModifiedTime().toInstant().isBefore(Instant.now().minus(YOUNG));
  }

  /** What reading a file again has shown, and how many bytes were read. */
  public record Reading(FileState state, long bytes) {}
}
