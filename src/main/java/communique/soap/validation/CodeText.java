package communique.soap.validation;

/**
 * The text of an element that has a word of the contract in it, while it comes: without the white
 * space around it, which is how such words stand in XML that is written for reading.
 */
final class CodeText {
  private static final String SPACE = " \t\r\n";

  private String withheld = "";
  private boolean begun;

  /** Goes on by a piece; what it ends with may turn out to stand within the word. */
  String next(String piece) {
    String text = withheld + piece;
    int begin = 0;
    while (!begun && begin < text.length() && isSpace(text.charAt(begin))) {
      begin++;
    }
    int end = text.length();
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    begun |= end > begin;
    withheld = begun ? text.substring(end) : "";
    return text.substring(begin, end);
  }

  private static boolean isSpace(char next) {
    return SPACE.indexOf(next) >= 0;
  }
}
