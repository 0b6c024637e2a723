package communique.briefing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not carried out, and why, in words its sender can act on. Nothing has been
 * changed when it is thrown.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The longest part of an offending value that is told back. */
  private static final int SHOWN = 200;

  private final Reason reason;
  private final String field;
  private final String rule;
  private final String value;

  /**
   * @param field the path of the offending field in the words of the contract, such as {@code
   *     bylines[0].email}; empty when the request as a whole is meant
   * @param rule the rule that was broken, a sentence without a full stop
   * @param value the value that broke it, shortened to 200 characters; empty when there was none
   */
  public Refusal(Reason reason, String field, String rule, String value) {
    this(reason, field, rule, value, null);
  }

  /**
   * As the other constructor, with the failure that led to it, for the log and never for a client.
   */
  public Refusal(
      Reason reason, String field, String rule, String value, @Nullable Throwable cause) {
    super(reason + " " + field + ": " + rule, cause);
    this.reason = reason;
    this.field = field;
    this.rule = rule;
    this.value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  /** Builds a part of a larger value; a refusal inside it names its field from {@code place} on. */
  public static <T> T within(String place, Supplier<T> part) {
    try {
      return part.get();
    } catch (Refusal refusal) {
      String path = refusal.field.isEmpty() ? place : place + "." + refusal.field;
      throw new Refusal(refusal.reason, path, refusal.rule, refusal.value, refusal.getCause());
    }
  }

  public Reason reason() {
    return reason;
  }

  public String field() {
    return field;
  }

  public String rule() {
    return rule;
  }

  public String value() {
    return value;
  }
}
