package communique.authority;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Whether what was found in a text is a name by itself, or a part of something longer.
 *
 * <p>Most scripts put something between words. Chinese, Japanese and the scripts of South-East Asia
 * do not: a name may stand between any two of their letters, but not within a run of Katakana,
 * which writes foreign words. Korean puts particles and titles behind a name without a space,
 * Arabic and Hebrew put short words before it.
 */
final class Boundaries {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final Set<String> KOREAN =
      Set.of(
          "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "으로", "나", "이나", "랑",
          "이랑", "하고", "에게", "에게서", "한테", "께", "께서", "에서", "부터", "까지", "처럼", "보다", "라고", "이라고", "라는",
          "이라는", "며", "이며", "고", "이고", "이다", "다", "인", "측", "씨", "님", "군", "양", "등", "및", "전",
          "대통령", "총리", "국무총리", "수상", "장관", "차관", "의원", "의장", "위원장", "주석", "총재", "대표", "대사", "여사",
          "총장", "사무총장", "시장", "지사", "국왕", "왕", "교황");

  private static final String ARABIC_PREFIXES = "وفبلك";
  private static final String HEBREW_PREFIXES = "ובלכמשה";

  private Boundaries() {}

  /** Whether some of a text is of a script that puts nothing between words. */
  static boolean hasNoSpaces(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(WITHOUT_SPACES::contains);
  }

  /** A form of a name with the letters that may stand at it, as a text has it. */
  static WrittenName written(String form) {
    UnicodeScript script = UnicodeScript.of(form.codePointAt(0));
    return switch (script) {
      case ARABIC, HEBREW -> new WrittenName(form, "[" + prefixes(script) + "]?", "");
      case HANGUL -> new WrittenName(form, "", "[\uac00-\ud7a3]*");
      case THAI -> within(form, "[\u0e00-\u0e7f]*");
      case LAO -> within(form, "[\u0e80-\u0eff]*");
      case MYANMAR -> within(form, "[\u1000-\u109f]*");
      case KHMER -> within(form, "[\u1780-\u17ff]*");
      default -> new WrittenName(form, "", "");
    };
  }

  private static WrittenName within(String form, String run) {
    return new WrittenName(form, run, run);
  }

  static boolean isWhole(String text, int start, int end) {
    return begins(text, start) && ends(text, start, end);
  }

  private static boolean begins(String text, int start) {
    if (start == 0) {
      return true;
    }
    int before = text.codePointBefore(start);
    int first = text.codePointAt(start);
    if (!isWordPart(before) || isFree(before, first)) {
      return true;
    }
    String prefixes = prefixes(UnicodeScript.of(first));
    return prefixes.indexOf(before) >= 0
        && (start < 2 || !isWordPart(text.codePointBefore(start - 1)));
  }

  private static boolean ends(String text, int start, int end) {
    if (end == text.length()) {
      return true;
    }
    int last = text.codePointBefore(end);
    int after = text.codePointAt(end);
    if (!isWordPart(after)) {
      return true;
    }
    if (Character.getType(after) == Character.NON_SPACING_MARK) {
      return false;
    }
    if (UnicodeScript.of(last) == UnicodeScript.HANGUL) {
      return isKoreanTail(run(text, end));
    }
    return isFree(last, after) && end > start;
  }

  // Letters of scripts without spaces, on one side or both, part anywhere but within Katakana.
  private static boolean isFree(int left, int right) {
    UnicodeScript before = UnicodeScript.of(left);
    UnicodeScript after = UnicodeScript.of(right);
    boolean katakana = isKatakana(left, before) && isKatakana(right, after);
    return !katakana && (WITHOUT_SPACES.contains(before) || WITHOUT_SPACES.contains(after));
  }

  // The mark that lengthens a vowel is of no script by itself.
  private static boolean isKatakana(int character, UnicodeScript script) {
    return script == UnicodeScript.KATAKANA || character == 'ー';
  }

  private static String prefixes(UnicodeScript script) {
    return switch (script) {
      case ARABIC -> ARABIC_PREFIXES;
      case HEBREW -> HEBREW_PREFIXES;
      default -> "";
    };
  }

  /** Whether it is a particle or title, or two of them, as in {@code 에게는}. */
  static boolean isKoreanTail(String run) {
    if (run.isEmpty() || KOREAN.contains(run)) {
      return true;
    }
    for (int i = 1; i < run.length(); i++) {
      if (KOREAN.contains(run.substring(0, i)) && KOREAN.contains(run.substring(i))) {
        return true;
      }
    }
    return false;
  }

  private static String run(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean isWordPart(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK;
  }
}
