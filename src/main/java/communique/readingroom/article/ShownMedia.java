package communique.readingroom.article;

import communique.briefing.Block;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.briefing.Rendition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The media of a version, as pages show them.
 *
 * @param recalled the files that are no longer shown, with the reasons
 * @param renditions the smaller pictures that there are, by picture
 */
public record ShownMedia(
    Content content, RecalledFiles recalled, Map<Digest, Map<Rendition, MediaFile>> renditions) {

  /** All of them, in the order in which the office placed them. */
  public List<Figure> all() {
    return content.placements().stream().map(this::figure).toList();
  }

  /** Those that no place in the text is given for; they stand before it. */
  public List<Figure> before() {
    Set<Integer> placed =
        content.body().blocks().stream()
            .filter(Block.Illustration.class::isInstance)
            .map(block -> ((Block.Illustration) block).placement())
            .collect(Collectors.toSet());
    return IntStream.rangeClosed(1, content.placements().size())
        .filter(position -> !placed.contains(position))
        .mapToObj(position -> figure(content.placements().get(position - 1)))
        .toList();
  }

  /** The one that stands at a place in the text. */
  public Figure at(Block.Illustration illustration) {
    return figure(content.placements().get(illustration.placement() - 1));
  }

  private Figure figure(Placement placement) {
    String reason = recalled.reason(placement);
    MediaFile file = placement.file();
    return new Figure(
        placement,
        reason == null ? "" : reason,
        file == null ? Map.of() : renditions.getOrDefault(file.sha256(), Map.of()));
  }
}
