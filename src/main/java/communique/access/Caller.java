package communique.access;

import communique.access.Role.Reach;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Set;

/**
 * Who asks, and what of it counts for this request.
 *
 * <p>A use case on a briefing asks twice: {@link #mustBeAbleTo} before it looks the briefing up, so
 * that who may not do such a thing at all learns nothing, and the right for the briefing's office
 * after it.
 *
 * @param name of the account; empty for a caller without one
 * @param role what the caller is to the archive
 * @param offices those the account may act for, where its role does not act for all
 * @param scope what the credentials allow of the account's rights
 */
public record Caller(String name, Role role, Set<OfficeCode> offices, Scope scope) {

  /** A caller who has not said who it is. */
  public static final Caller ANONYMOUS = new Caller("", Role.READER, Set.of());

  /** The archive itself, at work on its own record. */
  public static final Caller ARCHIVE = new Caller("archive", Role.ADMINISTRATOR, Set.of());

  /** What finds text for others: it sees embargoed text, but none that was withdrawn. */
  public static final Caller INDEX = new Caller("index", Role.ACCREDITED_READER, Set.of());

  public Caller {
    offices = Set.copyOf(offices);
  }

  /** A caller with all the rights of the account. */
  public Caller(String name, Role role, Set<OfficeCode> offices) {
    this(name, role, offices, Scope.WHOLE);
  }

  /** What this caller may see. */
  public Visibility visibility() {
    if (everywhere(Action.READ)) {
      return new Visibility(true, role.keeps(), Set.of());
    }
    // Of single offices, whoever sees what is under embargo also sees what was withdrawn.
    Set<OfficeCode> where = role.keeps() ? where(Action.READ) : Set.<OfficeCode>of();
    return where.isEmpty() ? Visibility.PUBLIC : new Visibility(false, false, where);
  }

  /**
   * Demands the right to do something for some office at least.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustBeAbleTo(Action action) {
    mustHaveAccount();
    if (!everywhere(action) && where(action).isEmpty()) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "", "must come from who has the right to " + action.code(), "");
    }
  }

  /**
   * Demands an account, whatever it may.
   *
   * @throws Refusal NOT_AUTHENTICATED without one
   */
  public void mustHaveAccount() {
    if (name.isEmpty()) {
      throw new Refusal(Reason.NOT_AUTHENTICATED, "", "this needs an account", "");
    }
  }

  /**
   * Demands the right to hand over for an office.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustDepositFor(OfficeCode office) {
    must(Action.DEPOSIT, office, "must be an office the account may deposit for");
  }

  /**
   * Demands the right to add a version to a text of an office.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustCorrectFor(OfficeCode office) {
    must(Action.CORRECT, office, "must be an office the account may correct for");
  }

  /**
   * Demands the right to withdraw and reinstate briefings of an office, and to recall its files.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustWithdrawFor(OfficeCode office) {
    must(Action.WITHDRAW, office, "must be an office the account may withdraw for");
  }

  /**
   * Demands the right to set, move and lift embargoes of an office.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustChangeEmbargoFor(OfficeCode office) {
    must(Action.EMBARGO, office, "must be an office the account may change embargoes for");
  }

  /**
   * Demands the right to erase what an office said.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustEraseFor(OfficeCode office) {
    must(Action.ADMINISTER, office, "must be an office the account may erase for");
  }

  /**
   * Demands the right to keep the names that all offices' texts are found by.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustKeepNames() {
    mustHaveAccount();
    if (!everywhere(Action.CORRECT)) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "", "must come from who may correct for all offices", "");
    }
  }

  /**
   * Demands the right to say whom texts name, of some office at least: it belongs to those who keep
   * names, and a token may narrow it to offices.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustDecideNames() {
    mustHaveAccount();
    if (reach(Action.CORRECT) != Reach.ALL) {
      throw new Refusal(Reason.NOT_ALLOWED, "", "must come from who keeps the names", "");
    }
  }

  /**
   * Demands the right to say whom texts of an office name.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustDecideNamesFor(OfficeCode office) {
    mustDecideNames();
    must(Action.CORRECT, office, "must be an office the account may decide on names for");
  }

  /** Whether this caller may say whom texts of an office name. */
  public boolean decidesNamesFor(OfficeCode office) {
    return reach(Action.CORRECT) == Reach.ALL && may(Action.CORRECT, office);
  }

  /**
   * Demands the right to keep the archive itself, with no office left out.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustAdminister() {
    mustHaveAccount();
    if (!administers()) {
      throw new Refusal(Reason.NOT_ALLOWED, "", "must come from an administrator", "");
    }
  }

  /**
   * Demands the right to issue and revoke tokens of an account: its own, or as an administrator. A
   * token with a part of the rights cannot make more of itself.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustKeepTokensOf(String account) {
    mustHaveAccount();
    if (!administers() && !(scope.isWhole() && name.equals(account))) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          "account",
          "must be the account itself, logged in with its password, or be kept by an administrator",
          account);
    }
  }

  /** Whether this caller may keep the archive itself. */
  public boolean administers() {
    return everywhere(Action.ADMINISTER);
  }

  private void must(Action action, OfficeCode office, String rule) {
    mustHaveAccount();
    if (!may(action, office)) {
      throw new Refusal(Reason.NOT_ALLOWED, "office", rule, office.code());
    }
  }

  private boolean may(Action action, OfficeCode office) {
    return everywhere(action) || where(action).contains(office);
  }

  private boolean everywhere(Action action) {
    return reach(action) == Reach.ALL && scope.offices() == null;
  }

  // The offices a right goes for, where it does not go for all.
  private Set<OfficeCode> where(Action action) {
    Set<OfficeCode> only = scope.offices();
    return switch (reach(action)) {
      case NONE -> Set.of();
      case OWN -> scope.of(offices);
      case ALL -> only == null ? Set.of() : only;
    };
  }

  private Reach reach(Action action) {
    return scope.actions().contains(action) ? role.reach(action) : Reach.NONE;
  }
}
