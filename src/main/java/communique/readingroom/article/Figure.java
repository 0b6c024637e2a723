package communique.readingroom.article;

import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Rendition;
import communique.readingroom.page.Words;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A medium, as it is shown.
 *
 * @param recall why it is not shown any more; empty when it is
 * @param renditions the smaller pictures that there are of it
 */
public record Figure(Placement placement, String recall, Map<Rendition, MediaFile> renditions) {

  /** Whether there is a picture to be shown. */
  public boolean isPicture() {
    return isOf("image/");
  }

  /** Whether there is something to be heard. */
  public boolean isSound() {
    return isOf("audio/");
  }

  /** Whether there is a film to be seen. */
  public boolean isFilm() {
    return isOf("video/");
  }

  /** Whether it was recalled. */
  public boolean isRecalled() {
    return !recall.isEmpty();
  }

  /** Whether the office named it and did not hand it over. */
  public boolean isAbsent() {
    return placement.file() == null;
  }

  /** Where the file itself is; only of one that is not absent. */
  public String href() {
    return "/api/v1/media/" + file().sha256();
  }

  /** The media type of the file. */
  public String type() {
    return file().type();
  }

  /** How large the file is, in KB of 1,024 bytes. */
  public long kilobytes() {
    return Math.max(1, file().size() / 1024);
  }

  /** Where the picture is in at least a size, else in the next smaller one there is. */
  public String src(Rendition wanted) {
    return Stream.of(Rendition.values())
        .filter(renditions::containsKey)
        .reduce((one, next) -> one.compareTo(wanted) >= 0 ? one : next)
        .map(this::href)
        .orElseGet(this::href);
  }

  /** All its sizes with their widths, as {@code srcset} has them; absent when there are none. */
  public @Nullable String srcset() {
    Map<Integer, String> byWidth = new TreeMap<>();
    renditions.forEach(
        (size, file) -> {
          if (file.width() != null) {
            // A picture is never enlarged: of a small one several sizes are the same.
            byWidth.putIfAbsent(file.width(), href(size));
          }
        });
    return byWidth.isEmpty()
        ? null
        : byWidth.entrySet().stream()
            .map(size -> size.getValue() + " " + size.getKey() + "w")
            .collect(Collectors.joining(", "));
  }

  /** The picture's width in pixels, where that is known. */
  public @Nullable Integer width() {
    return file().width();
  }

  /** The picture's height in pixels, where that is known. */
  public @Nullable Integer height() {
    return file().height();
  }

  /**
   * What stands for it to those who do not see it, as the office says it: what a picture shows,
   * what a recording is called; absent when it says nothing.
   */
  public @Nullable String spoken() {
    String caption = placement.caption();
    return isPicture() || caption == null ? placement.alternativeText() : caption;
  }

  /** What stands for it where the office says nothing, in the words of the room. */
  public String unspoken(Words words) {
    return isPicture() && placement.caption() != null
        ? words.of("media.captioned")
        : words.of("media.role", placement.role());
  }

  /**
   * What it says or shows, where that is to be printed because the thing itself does not stand for
   * it; absent when there is nothing to print.
   */
  public @Nullable String inWords() {
    return isPicture() || isRecalled() ? null : placement.alternativeText();
  }

  private String href(Rendition size) {
    return href() + "/" + size.code();
  }

  private boolean isOf(String types) {
    MediaFile file = placement.file();
    return recall.isEmpty() && file != null && file.type().startsWith(types);
  }

  private MediaFile file() {
    return Objects.requireNonNull(placement.file(), "the office did not hand it over");
  }
}
