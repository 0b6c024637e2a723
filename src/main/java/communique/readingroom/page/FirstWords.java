package communique.readingroom.page;

import communique.briefing.LanguageTag;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first words of a text, for places that need a short name of what has no headline. */
public final class FirstWords {
  private static final int TITLE = 100;

  private FirstWords() {}

  /**
   * What a page about a text is called by: the headline, cut to some {@value #TITLE} characters,
   * else the reference.
   */
  public static String title(@Nullable String headline, LanguageTag language, String reference) {
    return headline == null ? reference : Words.isolated(of(headline, language, TITLE));
  }

  /** At most {@code longest} characters, cut between words where the language has its breaks. */
  public static String of(String text, LanguageTag language, int longest) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= longest) {
      return line;
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag(language.tag()));
    words.setText(line);
    int cut = words.preceding(longest + 1);
    return line.substring(0, cut <= 0 ? longest : cut).stripTrailing() + "…";
  }
}
