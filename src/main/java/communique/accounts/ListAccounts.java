package communique.accounts;

import communique.access.Account;
import communique.access.Accounts;
import communique.access.Caller;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists the accounts, without their passwords. */
@NeedsDatabase
@ApplicationScoped
public class ListAccounts {
  @Inject private Accounts accounts;

  /**
   * A page, by name, with those that are closed.
   *
   * @param after the name before the page; null for the first
   * @param limit 1 to 100
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator
   */
  public Page<Account> list(Caller caller, @Nullable String after, int limit) {
    caller.mustAdminister();
    Page.check(limit);
    return Page.of(accounts.page(after == null ? "" : after, limit + 1), limit, Account::name);
  }
}
