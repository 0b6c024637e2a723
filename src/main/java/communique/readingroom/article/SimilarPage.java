package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.Version;
import communique.readingroom.page.Entry;
import communique.readingroom.page.FirstWords;
import java.util.List;

/**
 * Briefings that are like one.
 *
 * @param version of the one, as it is now
 * @param entries the most alike first
 */
public record SimilarPage(Version version, List<Entry> entries) {
  public SimilarPage {
    entries = List.copyOf(entries);
  }

  /** The language of the one. */
  public LanguageTag language() {
    return version.language();
  }

  /** What the one is called by. */
  public String name() {
    return FirstWords.title(
        version.content().headline(), language(), version.briefing().reference());
  }

  /** Where the one is. */
  public String text() {
    return new EditionAddress(version.briefing().id(), language()).present();
  }
}
