package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.Version;
import communique.readingroom.page.FirstWords;
import java.util.List;

/**
 * The media of a version, one beside the other.
 *
 * @param text where the version is
 */
public record MediaPage(Version version, ShownMedia media, String text) {

  /** The language of their captions. */
  public LanguageTag language() {
    return version.language();
  }

  /** What the version is called by. */
  public String name() {
    return FirstWords.title(
        version.content().headline(), language(), version.briefing().reference());
  }

  /** All of them. */
  public List<Figure> figures() {
    return media.all();
  }
}
