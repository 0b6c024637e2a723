package communique.briefing;

import java.text.BreakIterator;
import java.util.Locale;

/** The first words of a text, for places that need a short name of what has no headline. */
public final class Beginning {
  private Beginning() {}

  /** At most {@code longest} characters, cut between words where the language has its breaks. */
  public static String of(String text, LanguageTag language, int longest) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= longest) {
      return line;
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag(language.tag()));
    words.setText(line);
    int cut = words.preceding(longest + 1);
    return line.substring(0, cut <= 0 ? within(line, longest) : cut).stripTrailing() + "…";
  }

  // Of one long word, never half a character.
  private static int within(String line, int longest) {
    return Character.isLowSurrogate(line.charAt(longest)) ? longest - 1 : longest;
  }
}
