package communique.access;

import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the account; empty for a caller without one
 * @param role what the caller is to the archive
 * @param offices those the caller may act for
 */
public record Caller(String name, Role role, Set<OfficeCode> offices) {

  /** A caller who has not said who it is. */
  public static final Caller ANONYMOUS = new Caller("", Role.READER, Set.of());

  /** The archive itself, at work on its own record. */
  public static final Caller ARCHIVE = new Caller("archive", Role.ADMINISTRATOR, Set.of());

  /** What finds text for others: it sees embargoed text, but none that was withdrawn. */
  public static final Caller INDEX = new Caller("index", Role.ACCREDITED_READER, Set.of());

  public Caller {
    offices = Set.copyOf(offices);
  }

  /** What this caller may see. */
  public Visibility visibility() {
    return switch (role) {
      case READER -> Visibility.PUBLIC;
      case DEPOSITOR -> new Visibility(false, false, offices);
      case ACCREDITED_READER -> new Visibility(true, false, Set.of());
      case ARCHIVIST, ADMINISTRATOR -> new Visibility(true, true, Set.of());
    };
  }

  /**
   * Demands the right to hand over for whichever office.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustDeposit() {
    mustHaveAccount();
    boolean allowed =
        switch (role) {
          case DEPOSITOR -> !offices.isEmpty();
          case ARCHIVIST, ADMINISTRATOR -> true;
          case READER, ACCREDITED_READER -> false;
        };
    if (!allowed) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "", "only an account that deposits for an office may do this", "");
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
   * Demands the right to keep the archive itself.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustAdminister() {
    mustHaveAccount();
    if (role != Role.ADMINISTRATOR) {
      throw new Refusal(Reason.NOT_ALLOWED, "", "must be done by an administrator", role.code());
    }
  }

  /**
   * Demands the right to hand over for an office.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account, NOT_ALLOWED without the right
   */
  public void mustDepositFor(OfficeCode office) {
    mustHaveAccount();
    boolean allowed =
        switch (role) {
          case DEPOSITOR -> offices.contains(office);
          case ARCHIVIST, ADMINISTRATOR -> true;
          case READER, ACCREDITED_READER -> false;
        };
    if (!allowed) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          "office",
          "must be an office the account may deposit for",
          office.code());
    }
  }
}
