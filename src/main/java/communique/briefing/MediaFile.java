package communique.briefing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A media file in the store.
 *
 * @param sha256 its address
 * @param type its media type (RFC 6838), as detected from its content
 * @param size in bytes
 * @param width of an image, in pixels
 * @param height of an image, in pixels
 */
public record MediaFile(
    Digest sha256, String type, long size, @Nullable Integer width, @Nullable Integer height) {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "image/gif", ".gif",
          "image/webp", ".webp",
          "application/pdf", ".pdf",
          "audio/mpeg", ".mp3",
          "audio/mp4", ".m4a",
          "audio/ogg", ".ogg",
          "video/mp4", ".mp4",
          "video/webm", ".webm");

  /** What it is called where it is saved: its address, with the ending of its type. */
  public String name() {
    return sha256 + ENDINGS.getOrDefault(type, "");
  }
}
