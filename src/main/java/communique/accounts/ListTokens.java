package communique.accounts;

import communique.access.Caller;
import communique.access.Token;
import communique.access.Tokens;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the tokens of an account, without their secrets. */
@NeedsDatabase
@ApplicationScoped
public class ListTokens {
  @Inject private Tokens tokens;

  /**
   * A page, the oldest first, with those that no longer count.
   *
   * @param account null for the caller's own
   * @param after the identity before the page; null for the first
   * @param limit 1 to 100
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may not
   */
  public Page<Token> list(
      Caller caller, @Nullable String account, @Nullable UUID after, int limit) {
    caller.mustHaveAccount();
    String name = account == null ? caller.name() : account;
    caller.mustKeepTokensOf(name);
    Page.check(limit);
    return Page.of(tokens.page(name, after, limit + 1), limit, token -> token.id().toString());
  }
}
