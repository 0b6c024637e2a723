package communique.accounts;

import communique.access.Caller;
import communique.access.Token;
import communique.access.Tokens;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Ends a token: its account, or an administrator. */
@NeedsDatabase
@ApplicationScoped
public class RevokeToken {
  @Inject private Tokens tokens;

  /**
   * Ends it. When this returns, no node accepts it any more; doing it again changes nothing.
   *
   * @throws Refusal NOT_AUTHENTICATED without an account; NOT_FOUND when there is none, or none
   *     that the caller keeps; NOT_ALLOWED when the caller's own token does not reach so far
   */
  @Settled
  @Transactional
  public void revoke(Caller caller, UUID id) {
    caller.mustHaveAccount();
    Token token = tokens.find(id).orElseThrow(() -> unknown(id));
    if (!caller.administers() && !caller.name().equals(token.account())) {
      throw unknown(id);
    }
    caller.mustKeepTokensOf(token.account());
    tokens.revoke(id);
  }

  private static Refusal unknown(UUID id) {
    return new Refusal(Reason.NOT_FOUND, "id", "must be a token here", id.toString());
  }
}
