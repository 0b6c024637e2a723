package communique.media;

import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The media files, each under its SHA-256. A file is written under a temporary name, forced to the
 * disk and then renamed, so that what stands under an address is whole.
 */
@ApplicationScoped
public class MediaStore {
  /** The largest file, in bytes. */
  public static final long LARGEST = 200L * 1024 * 1024;

  private final Path folder;
  private final MediaInspection inspection = new MediaInspection();

  /** For CDI's proxy. */
  protected MediaStore() {
    this(".");
  }

  @Inject
  MediaStore(@ConfigProperty(name = "COMMUNIQUE_MEDIA_FOLDER") String folder) {
    this.folder = Path.of(folder);
  }

  /**
   * Receives a file to the disk and looks at it.
   *
   * @throws Refusal when it is empty, too large, of a type that is not kept, or not of the type or
   *     with the digest its sender says
   */
  public StagedMedia stage(Upload upload) {
    try {
      Path received =
          Files.createDirectories(folder.resolve("incoming")).resolve("" + UUID.randomUUID());
      boolean done = false;
      try {
        Digest digest = receive(upload, received);
        mustBe(upload.expected(), digest);
        MediaFile file = inspection.inspect(received, digest, upload.declaredType());
        StagedMedia staged = StagedMedia.of(received, place(digest), file);
        done = true;
        return staged;
      } finally {
        if (!done) {
          Files.deleteIfExists(received);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file could not be received", e);
    }
  }

  /** Where the bytes of a file are. */
  public Path place(Digest sha256) {
    String hex = sha256.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }

  /** Takes a file from the disk, for good; nothing happens when it is not there. */
  public void drop(Digest sha256) {
    try {
      Files.deleteIfExists(place(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("the media store did not drop " + sha256, e);
    }
  }

  private Digest receive(Upload upload, Path to) throws IOException {
    try (DigestInputStream in = new DigestInputStream(upload.source().open(), Digest.sha256());
        OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      copy(in, out);
      return Digest.ofFinished(in.getMessageDigest().digest());
    }
  }

  private static void mustBe(@Nullable Digest expected, Digest digest) {
    if (expected != null && !expected.equals(digest)) {
      throw new Refusal(
          Reason.MEDIA_CONTRADICTS_DIGEST,
          "content",
          "must have the digest its sender says, " + expected,
          digest.hex());
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      if (size > LARGEST) {
        throw new Refusal(
            Reason.TOO_LARGE, "content", "must have at most " + LARGEST + " bytes", "");
      }
      out.write(buffer, 0, read);
    }
    if (size == 0) {
      throw new Refusal(Reason.MISSING, "content", "must not be empty", "");
    }
  }
}
