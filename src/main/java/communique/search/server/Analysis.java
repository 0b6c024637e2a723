package communique.search.server;

import communique.briefing.LanguageTag;
import java.util.List;
import java.util.Set;

/**
 * How the text of a language is taken apart into words: each way has text fields of its own in the
 * index, which end in its name.
 *
 * @param name the primary language subtag (BCP 47), or {@code und} for all languages without a way
 *     of their own
 */
public record Analysis(String name) {
  public static final Analysis OTHER = new Analysis("und");
  public static final Analysis KOREAN = new Analysis("ko");

  private static final List<Analysis> ALL =
      List.of(
              "ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "pt", "ru", "th", "vi", "zh",
              "und")
          .stream()
          .map(Analysis::new)
          .toList();

  /** Those that have no stemming, and so look for words without their accents as well. */
  private static final Set<Analysis> FOLDED = Set.of(new Analysis("vi"), OTHER);

  /**
   * Those whose words are not set apart by spaces, or stand with particles: without taking them
   * apart, what is in quotation marks would hardly be found.
   */
  private static final Set<Analysis> FORMLESS = Set.of(KOREAN, new Analysis("th"));

  public static List<Analysis> all() {
    return ALL;
  }

  /** The one for the text of a language. */
  public static Analysis of(LanguageTag language) {
    Analysis own = new Analysis(language.primary());
    return ALL.contains(own) ? own : OTHER;
  }

  public boolean isFolded() {
    return FOLDED.contains(this);
  }

  /** Whether the forms of its words can be told apart. */
  public boolean keepsForms() {
    return !FORMLESS.contains(this);
  }
}
