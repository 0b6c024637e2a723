package communique.readingroom;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import java.util.List;
import java.util.UUID;

/**
 * A way to an edition.
 *
 * @param language its language
 * @param name of that language, in it
 * @param href its address
 */
public record EditionLink(LanguageTag language, String name, String href) {

  /** The ways to the editions of a briefing other than the one in a language. */
  static List<EditionLink> others(Overview overview, LanguageTag shown) {
    UUID id = overview.briefing().id();
    return overview.editions().stream()
        .map(Overview.Edition::language)
        .filter(language -> !language.equals(shown))
        .map(
            language -> new EditionLink(language, Words.languageName(language), href(id, language)))
        .toList();
  }

  /** The address of the page of an edition. */
  static String href(UUID briefing, LanguageTag language) {
    return "/briefings/" + briefing + "/" + language;
  }
}
