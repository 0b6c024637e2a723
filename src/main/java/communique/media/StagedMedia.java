package communique.media;

import communique.briefing.Digest;
import communique.briefing.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file that has been received and looked at, but is not in the store yet; closing drops it. */
public final class StagedMedia implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StagedMedia.class.getName());

  private final Path received;
  private final Path place;
  private final MediaFile file;

  // Whether the same bytes were at its address when they came once more.
  private final boolean kept;

  private StagedMedia(Path received, Path place, MediaFile file) {
    this.received = received;
    this.place = place;
    this.file = file;
    this.kept = isThere() && isWhole();
  }

  /**
   * One that waits to be kept. All that takes long is done here, since files are kept within
   * transactions, for which others wait: what lies at its address is read and held against it, or
   * else the new bytes are forced to the disk.
   */
  static StagedMedia of(Path received, Path place, MediaFile file) throws IOException {
    StagedMedia staged = new StagedMedia(received, place, file);
    if (!staged.kept) {
      sync(received);
    }
    return staged;
  }

  /** What it is. */
  public MediaFile file() {
    return file;
  }

  /**
   * Moves it to its address, durably: its bytes are already on the disk, then its name is. A file
   * that was there and whole when this one was staged stays; one that was damaged is replaced.
   *
   * @throws UncheckedIOException when the disk does not take it
   */
  public void keep() {
    try {
      Path folder = place.getParent();
      if (folder == null || (kept && isThere())) {
        return;
      }
      Files.createDirectories(folder);
      // It is forced already, but for one whose bytes were in the store until just now.
      sync(received);
      Files.move(received, place, StandardCopyOption.ATOMIC_MOVE);
      for (Path above = folder;
          above != null && above.startsWith(root());
          above = above.getParent()) {
        sync(above);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the media store did not take " + file.sha256(), e);
    }
  }

  private boolean isThere() {
    return holds(() -> Files.size(place) == file.size());
  }

  private boolean isWhole() {
    return holds(() -> digest(place).equals(file.sha256()));
  }

  /** Something that can be seen on the disk. */
  @FunctionalInterface
  private interface Sight {
    boolean seen() throws IOException;
  }

  // What the disk gives no more is no file that is kept.
  private boolean holds(Sight sight) {
    try {
      return sight.seen();
    } catch (NoSuchFileException absent) {
      return false;
    } catch (IOException unreadable) {
      LOG.log(System.Logger.Level.WARNING, file.sha256() + " cannot be read", unreadable);
      return false;
    }
  }

  private static Digest digest(Path path) throws IOException {
    MessageDigest digest = Digest.sha256();
    byte[] piece = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return Digest.ofFinished(digest.digest());
  }

  // place is root/ab/cd/abcd…
  private Path root() {
    return place.resolve("../../..").normalize();
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(received);
    } catch (IOException e) {
      throw new UncheckedIOException("a received file could not be dropped", e);
    }
  }
}
