package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.readingroom.page.FirstWords;
import org.jspecify.annotations.Nullable;

/**
 * A page of the versions of an edition.
 *
 * @param reference of the briefing
 * @param headline of the version that is shown now; absent when it has none
 * @param next the number after which the next page begins; absent on the last
 */
public record VersionsPage(
    EditionAddress address,
    String reference,
    @Nullable String headline,
    EditionHistory history,
    @Nullable Integer next) {

  /** The language of the edition. */
  public LanguageTag language() {
    return address.language();
  }

  /** What the edition is called by. */
  public String name() {
    return FirstWords.title(headline, language(), reference);
  }

  /** Where the next page is. */
  public String nextHref() {
    return address.versions() + "?after=" + next;
  }
}
