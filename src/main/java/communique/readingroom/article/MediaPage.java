package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.Version;
import java.util.List;

/** The media of an edition, one beside the other. */
public record MediaPage(Version version, ShownMedia media) {

  /** The language of their captions. */
  public LanguageTag language() {
    return version.language();
  }

  /** Where the pages of the edition are. */
  public EditionAddress address() {
    return new EditionAddress(version.briefing().id(), language());
  }

  /** All of them. */
  public List<Figure> figures() {
    return media.all();
  }
}
