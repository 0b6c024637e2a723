package communique.media;

import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Looks at what a file is, by its content and not by what its sender says. */
final class MediaInspection {
  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
  private static final Set<String> OTHERS =
      Set.of("application/pdf", "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/webm");
  private static final long MOST_PIXELS = 200_000_000;

  private final Tika tika = new Tika();
  private final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();

  MediaFile inspect(Path received, Digest sha256, String declaredType) throws IOException {
    String type = type(received);
    boolean contradicted = !type.equals(normal(declaredType));
    if (!IMAGES.contains(type) && !OTHERS.contains(type)) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE,
          "contentType",
          "must be one of "
              + kept()
              + (contradicted ? "; the content is " + type + ", declared " + declaredType : ""),
          type);
    }
    if (contradicted) {
      throw new Refusal(
          Reason.MEDIA_CONTRADICTS_TYPE,
          "contentType",
          "must be what the content is, " + type,
          declaredType);
    }
    long size = Files.size(received);
    return IMAGES.contains(type)
        ? image(received, new MediaFile(sha256, type, size, null, null))
        : new MediaFile(sha256, type, size, null, null);
  }

  // Only the bytes are asked: the temporary name says nothing.
  private String type(Path received) throws IOException {
    String type;
    try (InputStream in = Files.newInputStream(received)) {
      type = tika.detect(in);
    }
    try (InputStream in = Files.newInputStream(received)) {
      return Containers.named(type, in.readNBytes(Containers.HEAD));
    }
  }

  private String normal(String declared) {
    MediaType type = MediaType.parse(declared);
    return type == null
        ? declared
        : Containers.wider(types.normalize(type.getBaseType()).toString());
  }

  // The dimensions stand in the header: nothing is decoded.
  private static MediaFile image(Path received, MediaFile file) {
    try (Picture picture = Picture.open(received, file.type())) {
      return measured(file, picture.width(), picture.height());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static MediaFile measured(MediaFile file, int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "content",
          "must have at most " + MOST_PIXELS + " pixels",
          width + " x " + height);
    }
    return new MediaFile(file.sha256(), file.type(), file.size(), width, height);
  }

  private static Refusal unreadable(MediaFile file, IOException cause) {
    return new Refusal(Reason.MALFORMED, "content", "must be a readable image", file.type(), cause);
  }

  private static String kept() {
    Set<String> all = new TreeSet<>(IMAGES);
    all.addAll(OTHERS);
    return String.join(", ", all);
  }
}
