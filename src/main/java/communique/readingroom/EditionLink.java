package communique.readingroom;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        .map(language -> to(id, language))
        .toList();
  }

  /** The way to the original of a translation that was made from an older version of it. */
  static @Nullable EditionLink newer(Overview overview, LanguageTag shown) {
    return overview.editions().stream()
        .filter(edition -> edition.language().equals(shown) && edition.stale())
        .map(Overview.Edition::translatedFrom)
        .filter(Objects::nonNull)
        .findFirst()
        .map(source -> to(overview.briefing().id(), source))
        .orElse(null);
  }

  private static EditionLink to(UUID briefing, LanguageTag language) {
    return new EditionLink(language, Words.languageName(language), href(briefing, language));
  }

  /** The address of the page of an edition. */
  static String href(UUID briefing, LanguageTag language) {
    return "/briefings/" + briefing + "/" + language;
  }
}
