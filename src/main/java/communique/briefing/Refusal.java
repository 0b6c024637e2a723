package communique.briefing;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not carried out, and why, in words its sender can act on. Nothing has been
 * changed when it is thrown.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // Not for another Java: a refusal is told in the words of a door.
  private final transient List<Violation> violations;
  private final transient @Nullable Notice notice;

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
    this(List.of(new Violation(reason, field, rule, value)), null, cause);
  }

  /** With all rules that were broken; at least one. */
  public Refusal(List<Violation> violations) {
    this(violations, null, null);
  }

  private Refusal(List<Violation> violations, @Nullable Notice notice, @Nullable Throwable cause) {
    super(message(violations), cause);
    this.violations = List.copyOf(violations);
    this.notice = notice;
  }

  /** That something is no longer shown; the notice, which stays, says why. */
  public static Refusal withdrawn(Notice notice) {
    return new Refusal(
        List.of(
            new Violation(
                Reason.WITHDRAWN,
                "briefing",
                "was " + notice.state().code() + ": " + notice.reason(),
                notice.briefing().toString())),
        notice,
        null);
  }

  private static String message(List<Violation> violations) {
    Violation first = violations.get(0);
    String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
    return first.reason() + " " + first.field() + ": " + first.rule() + more;
  }

  /** Builds a part of a larger value; a refusal inside it names its field from {@code place} on. */
  public static <T> T within(String place, Supplier<T> part) {
    try {
      return part.get();
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.violations.stream().map(violation -> violation.within(place)).toList(),
          refusal.notice,
          refusal.getCause());
    }
  }

  /** The same with other paths for its fields, for who sees the value as a part of another. */
  public Refusal renamed(UnaryOperator<String> path) {
    return new Refusal(
        violations.stream()
            .map(
                each ->
                    new Violation(
                        each.reason(), path.apply(each.field()), each.rule(), each.value()))
            .toList(),
        notice,
        getCause());
  }

  /** All rules that were broken, in the order of the request; at least one. */
  public List<Violation> violations() {
    return violations;
  }

  /** The archive's word about what is no longer shown; absent for every other reason. */
  public @Nullable Notice notice() {
    return notice;
  }

  /** The reason of the first violation. */
  public Reason reason() {
    return violations.get(0).reason();
  }

  /** The field of the first violation. */
  public String field() {
    return violations.get(0).field();
  }

  /** The rule of the first violation. */
  public String rule() {
    return violations.get(0).rule();
  }

  /** The value of the first violation. */
  public String value() {
    return violations.get(0).value();
  }
}
