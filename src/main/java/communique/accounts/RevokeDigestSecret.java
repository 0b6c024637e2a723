package communique.accounts;

import communique.access.Caller;
import communique.access.DigestSecrets;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends log-in by PasswordDigest for an account. */
@NeedsDatabase
@ApplicationScoped
public class RevokeDigestSecret {
  @Inject private DigestSecrets secrets;

  /**
   * Ends it, at once and on every node; where there is no secret, nothing changes.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator
   */
  @Transactional
  public void revoke(Caller caller, String account) {
    caller.mustAdminister();
    secrets.remove(account);
  }
}
