package communique.access;

import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account as its keepers see it; its password is nobody's to see.
 *
 * @param name at most 64 letters, digits and {@code . _ @ -}
 * @param offices those it may act for, where its role does not act for all
 * @param closed whether it can no longer log in
 */
public record Account(String name, Role role, Set<OfficeCode> offices, boolean closed) {
  // Without a colon: HTTP Basic ends the name there, and names from elsewhere begin with one.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  /**
   * @throws Refusal BAD_FORMAT when the name has another form
   */
  public Account {
    offices = Set.copyOf(offices);
    if (!FORM.matcher(name).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT,
          "name",
          "must have 1 to 64 letters, digits, dots, hyphens, underscores or @, a letter or digit first",
          name);
    }
  }

  /** Who acts under it, with all its rights. */
  Caller caller() {
    return new Caller(name, role, offices);
  }

  /** Whether a right of this account goes for any office. */
  public boolean may(Action action) {
    return switch (role.reach(action)) {
      case NONE -> false;
      case OWN -> !offices.isEmpty();
      case ALL -> true;
    };
  }

  /** Whether its role acts for all offices. */
  public boolean actsForAll() {
    return role.reach(Action.READ) == Role.Reach.ALL;
  }

  /** Whether it may act for an office. */
  public boolean actsFor(OfficeCode office) {
    return actsForAll() || offices.contains(office);
  }
}
