package communique.briefing;

/**
 * One rule that a request broke.
 *
 * @param field the path of the offending field in the words of the contract, such as {@code
 *     bylines[0].email}; empty when the request as a whole is meant
 * @param rule the rule that was broken, a sentence without a full stop
 * @param value the value that broke it, shortened to 200 characters; empty when there was none
 */
public record Violation(Reason reason, String field, String rule, String value) {
  /** The longest part of an offending value that is told back. */
  private static final int SHOWN = 200;

  public Violation {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  /** The same, its field seen from a larger value of which it is a part. */
  Violation within(String place) {
    String separator = field.isEmpty() || place.isEmpty() || field.startsWith("[") ? "" : ".";
    return new Violation(reason, place + separator + field, rule, value);
  }
}
