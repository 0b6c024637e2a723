package communique.search;

import communique.briefing.LanguageTag;
import java.util.List;

/**
 * In which language a find is shown.
 *
 * @param wanted the languages in which a briefing is wanted; empty when in any
 * @param preferred the reader's languages, the dearest first
 */
record LanguageChoice(List<LanguageTag> wanted, List<LanguageTag> preferred) {
  /**
   * Of the editions of a briefing the wanted one that the reader likes best, else the first that is
   * wanted; as if any were, when none is.
   *
   * @param editions at least one, the best first
   */
  LanguageTag of(List<LanguageTag> editions) {
    List<LanguageTag> asked =
        editions.stream().filter(edition -> wanted.stream().anyMatch(edition::isIn)).toList();
    List<LanguageTag> shown = asked.isEmpty() ? editions : asked;
    return preferred.stream()
        .flatMap(range -> shown.stream().filter(edition -> edition.isIn(range)))
        .findFirst()
        .orElse(shown.get(0));
  }
}
