package communique.accounts;

import communique.access.Accounts;
import communique.access.Caller;
import communique.access.MessageLogs;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends that the messages of an account are kept. */
@NeedsDatabase
@ApplicationScoped
public class UnwatchMessages {
  @Inject private Accounts accounts;
  @Inject private MessageLogs logs;

  /**
   * Ends it, on every node within two seconds; doing it again changes nothing. What was kept stays
   * for its 7 days.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator;
   *     NOT_FOUND when there is no such account
   */
  @Transactional
  public void unwatch(Caller caller, String account) {
    caller.mustAdminister();
    ListMessages.mustExist(accounts, account);
    logs.unwatch(account);
  }
}
