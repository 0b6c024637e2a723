package communique.accounts;

import communique.access.Accounts;
import communique.access.Caller;
import communique.access.LoggedMessage;
import communique.access.MessageLogs;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists what an account said while it was watched, without content. */
@NeedsDatabase
@ApplicationScoped
public class ListMessages {
  @Inject private Accounts accounts;
  @Inject private MessageLogs logs;

  /**
   * A page, the newest first.
   *
   * @param after the identity before the page; null for the first
   * @param limit 1 to 100
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator;
   *     NOT_FOUND when there is no such account
   */
  public MessageLog list(Caller caller, String account, @Nullable UUID after, int limit) {
    caller.mustAdminister();
    mustExist(accounts, account);
    Page.check(limit);
    return new MessageLog(
        logs.watchedUntil(account).orElse(null),
        Page.of(logs.page(account, after, limit + 1), limit, message -> message.id().toString()));
  }

  static void mustExist(Accounts accounts, String account) {
    if (accounts.find(account).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "name", "must be an account here", account);
    }
  }

  /**
   * What is told of an account's messages.
   *
   * @param until the end of the watch; absent when the account is not watched
   */
  public record MessageLog(@Nullable Instant until, Page<LoggedMessage> messages) {}
}
