package communique.access;

import communique.briefing.OfficeCode;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of an account's rights counts for a request. It only ever takes away: a token allows what
 * both it and its account allow, at the time it is used.
 *
 * @param actions those that are allowed
 * @param offices those for which they are allowed; null where the account's own limits are enough
 */
public record Scope(Set<Action> actions, @Nullable Set<OfficeCode> offices) {

  /** All that the account may do, as after a log-in by password. */
  public static final Scope WHOLE = new Scope(Set.of(Action.values()), null);

  public Scope {
    actions = Set.copyOf(actions);
    offices = offices == null ? null : Set.copyOf(offices);
  }

  boolean isWhole() {
    return offices == null && actions.equals(WHOLE.actions);
  }

  /** Those of the given offices for which this allows anything. */
  Set<OfficeCode> of(Set<OfficeCode> given) {
    Set<OfficeCode> allowed = offices;
    return allowed == null
        ? given
        : given.stream().filter(allowed::contains).collect(Collectors.toUnmodifiableSet());
  }
}
