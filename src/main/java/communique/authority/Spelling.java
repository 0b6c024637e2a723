package communique.authority;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes equal what is written differently and means the same. */
final class Spelling {
  // Accents of Latin, Greek and Cyrillic, and the vowel signs of Arabic. Those of Indian scripts
  // are
  // letters to their readers and stay.
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u064b-\\u0652\\u0670]");

  private static final List<Character> APOSTROPHES = List.of('\'', '\u2019', '\u2018', '\u02bc');

  private static final Pattern SPACE = Pattern.compile(" {2,}");

  private Spelling() {}

  /**
   * As names are compared with texts: by every letter and its case, with one sort of spaces,
   * hyphens, apostrophes and dots; each character stays in its place.
   *
   * @param composed in normalisation form C
   */
  static String inText(String composed) {
    char[] characters = composed.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = plain(characters[i]);
    }
    return new String(characters);
  }

  /**
   * A form of a name in all that {@link #inText} makes equal to it and an index of words does not:
   * with any apostrophe.
   *
   * @param composed in normalisation form C
   */
  static Set<String> inWords(String composed) {
    Set<String> forms = new LinkedHashSet<>(List.of(composed));
    String plain = inText(composed);
    if (plain.indexOf('\'') >= 0) {
      APOSTROPHES.forEach(sign -> forms.add(plain.replace('\'', sign)));
    }
    return forms;
  }

  /** As names are compared with queries: without case, accents and punctuation. */
  static String inQuery(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String bare =
        Normalizer.normalize(
            ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll(""),
            Normalizer.Form.NFC);
    StringBuilder words = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      words.append(folded(bare.charAt(i)));
    }
    return SPACE.matcher(words).replaceAll(" ").strip();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\n', '\t', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000' -> ' ';
      case '\u2018', '\u2019', '\u02bc', '\u2032', '\u02b9' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u30fb', '\u2027', '\u2022', '\uff65' -> '\u00b7';
      default -> c;
    };
  }

  private static String folded(char c) {
    char plain = plain(c);
    return switch (plain) {
      case '\u0142' -> "l";
      case '\u00f8' -> "o";
      case '\u0111' -> "d";
      case '\u0131' -> "i";
      case '\u00e6' -> "ae";
      case '\u0153' -> "oe";
      case '\u00df' -> "ss";
      case '-', '\u00b7', '\uff1d', '=' -> " ";
      case '\'', ',', '.', ';', ':', '!', '?', '(', ')', '"', '\u060c' -> "";
      default -> Character.toString(plain);
    };
  }
}
