package communique.accounts;

import communique.access.Accounts;
import communique.access.Caller;
import communique.access.Certificate;
import communique.access.Certificates;
import communique.access.X509;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.Clock;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;

/** Registers a certificate, which then stands for an account. */
@NeedsDatabase
@ApplicationScoped
public class RegisterCertificate {
  @Inject private Accounts accounts;
  @Inject private Certificates certificates;
  @Inject private Clock clock;

  /**
   * Registers it; it counts from the next request on, on every node. Doing it again changes
   * nothing.
   *
   * @param pem the certificate as text
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator, or
   *     the certificate stands for another account; NOT_FOUND when there is no such account;
   *     BAD_FORMAT when it is no certificate; OUT_OF_RANGE when it has expired or its key is weak
   */
  @Transactional
  public Certificate register(Caller caller, String account, String pem) {
    caller.mustAdminister();
    if (accounts.find(account).isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "account", "must be an account here", account);
    }
    X509Certificate certificate = X509.read(pem.getBytes(StandardCharsets.US_ASCII));
    X509.mustBeStrong(certificate.getPublicKey());
    if (certificate.getNotAfter().toInstant().isBefore(clock.now())) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "certificate",
          "must not have expired",
          certificate.getNotAfter().toInstant().toString());
    }
    if (!certificates.put(certificate, account, caller.name())) {
      throw new Refusal(
          Reason.NOT_ALLOWED, "certificate", "must not stand for another account", "");
    }
    return certificates.get(certificate);
  }
}
