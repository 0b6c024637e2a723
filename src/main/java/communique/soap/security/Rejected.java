package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes refusals of what a security header says. */
final class Rejected {
  private Rejected() {}

  static Refusal because(String part, String rule, String value) {
    return because(part, rule, value, null);
  }

  static Refusal because(String part, String rule, String value, @Nullable Throwable cause) {
    String field = part.equals("Security") ? part : "Security." + part;
    return new Refusal(Reason.NOT_AUTHENTICATED, field, rule, value, cause);
  }
}
