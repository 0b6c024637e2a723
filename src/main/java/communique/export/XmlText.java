package communique.export;

import java.util.regex.Pattern;

/** Text as XML 1.0 can have it. */
public final class XmlText {
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private XmlText() {}

  /**
   * The text with a blank for each character that XML 1.0 does not have: white space between words,
   * and what is searched for, may be of such, and half a pair of surrogates is none either.
   */
  public static String clean(String text) {
    return NO_XML.matcher(text).replaceAll(" ");
  }
}
