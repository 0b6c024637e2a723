package communique.readingroom.page;

import communique.briefing.Beginning;
import communique.briefing.LanguageTag;
import org.jspecify.annotations.Nullable;

/** The names of pages about texts. */
public final class FirstWords {
  private static final int TITLE = 100;

  private FirstWords() {}

  /**
   * What a page about a text is called by: the headline, cut to some {@value #TITLE} characters,
   * else the reference.
   */
  public static String title(@Nullable String headline, LanguageTag language, String reference) {
    return headline == null ? reference : Words.isolated(Beginning.of(headline, language, TITLE));
  }
}
