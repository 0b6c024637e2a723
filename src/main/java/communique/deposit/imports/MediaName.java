package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Locale;
import java.util.Map;

/** What the name of a file says of its type; its content must then agree. */
final class MediaName {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("webm", "video/webm"));

  private MediaName() {}

  /**
   * The media type.
   *
   * @throws Refusal UNKNOWN_VALUE when the ending is not that of a type that is kept
   */
  static String type(String path) {
    String type = TYPES.get(ending(path));
    if (type == null) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE,
          "path",
          "must end like a media type that is kept: "
              + String.join(", ", TYPES.keySet().stream().sorted().toList()),
          path);
    }
    return type;
  }

  /** Whether the ending is that of a type that is kept. */
  static boolean isKnown(String path) {
    return TYPES.containsKey(ending(path));
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
