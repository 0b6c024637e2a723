package communique.accounts;

import communique.access.Action;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token is to be for.
 *
 * @param account null for the caller's own
 * @param name for people, to tell it from others; at most 100 characters
 * @param actions at least one
 * @param offices at least one; null for all those of the account
 * @param expiresAt null for a year from now
 */
public record TokenRequest(
    @Nullable String account,
    String name,
    Set<Action> actions,
    @Nullable Set<OfficeCode> offices,
    @Nullable Instant expiresAt) {
  private static final int LONGEST_NAME = 100;

  /**
   * @throws Refusal MISSING when the name is blank or nothing would be allowed, TOO_LONG when the
   *     name is
   */
  public TokenRequest {
    actions = Set.copyOf(actions);
    offices = offices == null ? null : Set.copyOf(offices);
    if (name.isBlank()) {
      throw missing("name", "must be present and not blank");
    }
    if (name.length() > LONGEST_NAME) {
      throw new Refusal(Reason.TOO_LONG, "name", "must have at most 100 characters", name);
    }
    if (actions.isEmpty()) {
      throw missing("actions", "must name at least one");
    }
    if (offices != null && offices.isEmpty()) {
      throw missing("offices", "must name at least one, or be absent");
    }
  }

  private static Refusal missing(String field, String rule) {
    return new Refusal(Reason.MISSING, field, rule, "");
  }
}
