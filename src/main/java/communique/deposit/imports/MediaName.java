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
          Map.entry("ogg", "audio/ogg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"));

  private MediaName() {}

  /**
   * The media type.
   *
   * @throws Refusal UNKNOWN_VALUE when the ending is not that of a type that is kept
   */
  static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
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
}
