package communique.authority;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** Whether a name by itself tells who is meant, and is not any word that is written so. */
final class Telling {
  /** Of Chinese characters and Korean syllables. */
  static final int SHORTEST_SYLLABLES = 2;

  /** Of letters that stand for sounds; shorter names are words of some language. */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_KANA = 3;

  /** A name such as EU or IMF, which are no words when they are written so. */
  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}&&\\p{IsLatin}]{2,3}");

  private Telling() {}

  /** Whether it is longer than the words of its script that may be anything. */
  static boolean isLongEnough(String form) {
    int shortest =
        switch (UnicodeScript.of(form.codePointAt(0))) {
          case HAN, HANGUL -> SHORTEST_SYLLABLES;
          case KATAKANA, HIRAGANA -> SHORTEST_KANA;
          default -> SHORTEST;
        };
    return length(form) >= shortest;
  }

  /**
   * Whether it is looked for in texts. In one without spaces, two characters are together by
   * chance: of Chinese ones a person has to have said that they are a name.
   *
   * @param edited whether a person has
   */
  static boolean isRecognised(String form, boolean edited) {
    UnicodeScript script = UnicodeScript.of(form.codePointAt(0));
    boolean syllabic = script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    return (syllabic && length(form) == SHORTEST_SYLLABLES)
        ? edited && script == UnicodeScript.HAN
        : isLongEnough(form) || CAPITALS.matcher(form).matches();
  }

  /** Whether capitals at a place of a text are in a line of such, where they may be any word's. */
  static boolean isAmongCapitals(String text, int start, int end) {
    if (!CAPITALS.matcher(text.substring(start, end)).matches()) {
      return false;
    }
    int from = text.lastIndexOf('\n', start) + 1;
    int to = text.indexOf('\n', end);
    String before = text.substring(from, start);
    String after = text.substring(end, to < 0 ? text.length() : to);
    return (before + after).chars().anyMatch(Character::isUpperCase)
        && (before + after).chars().noneMatch(Character::isLowerCase);
  }

  private static int length(String form) {
    return form.codePointCount(0, form.length());
  }
}
