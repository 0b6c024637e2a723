package communique.readingroom.article;

import communique.briefing.Block;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.Version;
import communique.reading.Alignment;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.FirstWords;
import java.util.List;
import java.util.UUID;

/**
 * A briefing in two languages, paragraph by paragraph.
 *
 * @param briefing at whose address they stand
 * @param languages that can be chosen
 */
public record SideBySidePage(UUID briefing, Side left, Side right, List<EditionLink> languages) {
  public SideBySidePage {
    languages = List.copyOf(languages);
  }

  /**
   * One of the two.
   *
   * @param office the name of the office that issued it
   */
  public record Side(Version version, Office.Name office, ShownMedia media) {

    /** The language of its text. */
    public LanguageTag language() {
      return version.language();
    }

    /** Where it is by itself. */
    public String href() {
      return EditionLink.href(version.briefing().id(), language());
    }
  }

  /** What the briefing is called by, in the first language. */
  public String name() {
    Version version = left.version();
    return FirstWords.title(
        version.content().headline(), version.language(), version.briefing().reference());
  }

  /** Where the page is. */
  public String href() {
    return "/briefings/" + briefing + "/compare";
  }

  /** What says the same, in order. */
  public List<Row> rows() {
    List<Block> one = left.version().content().body().blocks();
    List<Block> other = right.version().content().body().blocks();
    return Alignment.of(left.version().content(), right.version().content()).stream()
        .map(
            match ->
                new Row(
                    one.subList(match.from(), match.from() + match.fromLength()),
                    other.subList(match.to(), match.to() + match.toLength())))
        .toList();
  }

  /**
   * Blocks that say the same.
   *
   * @param left none when only the right says it
   * @param right none when only the left says it
   */
  public record Row(List<Block> left, List<Block> right) {}
}
