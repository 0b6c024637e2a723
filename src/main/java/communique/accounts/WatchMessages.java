package communique.accounts;

import communique.access.Accounts;
import communique.access.Caller;
import communique.access.MessageLogs;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.Clock;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Has the messages of an account kept for some time, without their content, to help it. */
@NeedsDatabase
@ApplicationScoped
public class WatchMessages {
  private static final Duration LONGEST = Duration.ofHours(24);

  @Inject private Accounts accounts;
  @Inject private MessageLogs logs;
  @Inject private Clock clock;

  /**
   * Begins, or changes the end; on every node within two seconds.
   *
   * @param until within 24 hours, by the database's clock
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator;
   *     NOT_FOUND when there is no such account; OUT_OF_RANGE when the end is too late or past
   */
  @Transactional
  public void watch(Caller caller, String account, Instant until) {
    caller.mustAdminister();
    ListMessages.mustExist(accounts, account);
    Instant now = clock.now();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, "until", "must be to come, and within 24 hours", until.toString());
    }
    logs.watch(account, until, caller.name());
  }
}
