package communique.accounts;

import communique.access.Account;
import communique.access.Accounts;
import communique.access.Caller;
import communique.archive.Offices;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account, changes one, or closes it; on every node it counts from the next request on.
 */
@NeedsDatabase
@ApplicationScoped
public class PutAccount {
  /** As NIST SP 800-63B-4 asks of a password that is the only factor. */
  private static final int SHORTEST = 15;

  private static final int LONGEST = 200;

  @Inject private Accounts accounts;
  @Inject private Offices offices;

  /**
   * Puts it.
   *
   * @param password null to keep the one it has; a new account then has none and can only use
   *     tokens
   * @param onlyNew whether one that is there already is to be left as it is
   * @return whether it was made, and not only changed
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator, or
   *     would take away its own rights; UNKNOWN_VALUE when there is no such office; OUT_OF_RANGE
   *     when the password is too short or too long, the name is one under which the archive itself
   *     acts, or offices are named for a role that acts for all; VERSION_CHANGED when it is there
   *     and only a new one was wanted
   */
  @Settled
  @Transactional
  public boolean put(Caller caller, Account account, @Nullable String password, boolean onlyNew) {
    caller.mustAdminister();
    boolean remains = !account.closed() && account.role().equals(caller.role());
    if (account.name().equals(caller.name()) && !remains) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          "name",
          "must not be the caller's own, or stay open and in its role",
          account.name());
    }
    mustBeFree(account);
    if (account.actsForAll() && !account.offices().isEmpty()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "offices",
          "must be absent for a role that acts for all offices",
          account.role().code());
    }
    account.offices().forEach(offices::mustExist);
    if (password != null && (password.length() < SHORTEST || password.length() > LONGEST)) {
      // The password itself is never told back.
      throw new Refusal(Reason.OUT_OF_RANGE, "password", "must have 15 to 200 characters", "");
    }
    boolean made = accounts.add(account, password);
    if (!made && onlyNew) {
      throw new Refusal(
          Reason.VERSION_CHANGED, "name", "must be that of no account yet", account.name());
    }
    if (!made) {
      accounts.put(account, password);
    }
    return made;
  }

  // Under these names the archive itself acts. An account that has one can only be closed.
  private static void mustBeFree(Account account) {
    boolean own =
        Stream.of(Caller.ARCHIVE, Caller.INDEX)
            .anyMatch(self -> self.name().equalsIgnoreCase(account.name()));
    if (own && !account.closed()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, "name", "must not be the archive's own", account.name());
    }
  }
}
