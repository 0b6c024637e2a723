package communique.accounts;

import communique.access.Caller;
import communique.access.Certificates;
import communique.briefing.Digest;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends what a certificate stood for. */
@NeedsDatabase
@ApplicationScoped
public class RevokeCertificate {
  @Inject private Certificates certificates;

  /**
   * Ends it. When this returns, no node accepts it any more; where there is none, nothing changes.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator
   */
  @Transactional
  public void revoke(Caller caller, Digest fingerprint) {
    caller.mustAdminister();
    certificates.revoke(fingerprint);
  }
}
