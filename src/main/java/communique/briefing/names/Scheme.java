package communique.briefing.names;

import communique.briefing.Coded;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.regex.Pattern;

/** Who gives identifiers to authorities, and how these are written. */
public enum Scheme implements Coded {
  WIKIDATA("wikidata", "Q[1-9][0-9]{0,11}"),
  VIAF("viaf", "[1-9][0-9]{0,21}"),
  /** Of the German National Library. */
  GND("gnd", "[0-9]{1,10}-?[0-9X]"),
  /** Of the Library of Congress. */
  LC("lc", "n[a-z]{0,2}[0-9]{8,10}"),
  /** Of the National Library of France, without the prefix {@code cb}. */
  BNF("bnf", "[0-9]{8}[0-9b-df-hj-np-tv-xz]"),
  /** ISO 27729, without spaces. */
  ISNI("isni", "[0-9]{15}[0-9X]"),
  /** Of the National Diet Library of Japan. */
  NDL("ndl", "[0-9]{8,9}");

  private final String code;
  private final Pattern form;

  Scheme(String code, String form) {
    this.code = code;
    this.form = Pattern.compile(form);
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * An identifier of this scheme, without the spaces that make it readable.
   *
   * @throws Refusal BAD_FORMAT on {@code ids.} and the scheme when it is none
   */
  String value(String text) {
    String value = text.replace(" ", "");
    if (!form.matcher(value).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT, "ids." + code, "must be written as " + form.pattern(), text);
    }
    return value;
  }
}
