package communique.accounts;

import communique.access.Accounts;
import communique.access.Caller;
import communique.access.DigestSecrets;
import communique.access.TokenSecret;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Makes the secret with which an account logs in by PasswordDigest. */
@NeedsDatabase
@ApplicationScoped
public class IssueDigestSecret {
  @Inject private Accounts accounts;
  @Inject private DigestSecrets secrets;

  /**
   * Makes a new one, which takes the place of the one before.
   *
   * @return the secret, to be told to the caller, now and never again
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator, or
   *     the archive has no key to keep such secrets under; NOT_FOUND when there is no such account
   */
  @Transactional
  public TokenSecret issue(Caller caller, String account) {
    caller.mustAdminister();
    if (accounts.find(account).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "account", "must be an account here", account);
    }
    TokenSecret secret = TokenSecret.random();
    secrets.put(account, secret.reveal(), caller.name());
    return secret;
  }
}
