package communique.accounts;

import communique.access.Caller;
import communique.access.Certificate;
import communique.access.Certificates;
import communique.briefing.Digest;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists the certificates that stand for an account. */
@NeedsDatabase
@ApplicationScoped
public class ListCertificates {
  @Inject private Certificates certificates;

  /**
   * A page, by fingerprint, with those that no longer count.
   *
   * @param account null for the caller's own
   * @param after the fingerprint before the page; null for the first
   * @param limit 1 to 100
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is not an administrator
   */
  public Page<Certificate> list(
      Caller caller, @Nullable String account, @Nullable Digest after, int limit) {
    caller.mustAdminister();
    Page.check(limit);
    String name = account == null ? caller.name() : account;
    return Page.of(
        certificates.page(name, after, limit + 1), limit, each -> each.fingerprint().hex());
  }
}
