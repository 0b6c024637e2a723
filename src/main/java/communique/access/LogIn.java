package communique.access;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where credentials become a {@link Caller}: HTTP Basic (RFC 7617, in UTF-8), bearer
 * tokens (RFC 6750), certificates, and what a door read from messages. Only where nobody can listen
 * in.
 */
@NeedsDatabase
@ApplicationScoped
public class LogIn {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  /** Longer than a token or signature counts by its time, on nodes whose clocks differ. */
  private static final Duration WITH_TIME = Duration.ofMinutes(15);

  /** What has no time counts as long as its password, so it is known for long. */
  private static final Duration WITHOUT_TIME = Duration.ofDays(1);

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Tokens tokens;
  @Inject private Certificates certificates;
  @Inject private DigestSecrets digests;
  @Inject private UsedOnce usedOnce;

  private final Attempts attempts = new Attempts();

  /**
   * The caller with the credentials of a request's header.
   *
   * @throws Refusal NOT_ALLOWED when they come over plain HTTP, NOT_AUTHENTICATED when they are
   *     wrong or unreadable, TOO_MANY_ATTEMPTS when the account was guessed at too often, or any
   *     from the same address
   */
  public Caller byHeader(String authorization, HttpServletRequest request) {
    mustBeSecure(request);
    if (begins(authorization, BEARER)) {
      String token = authorization.substring(BEARER.length()).trim();
      Principal proved = TokenSecret.canBe(token) ? null : request.getUserPrincipal();
      return proved == null ? byToken(token) : byProvider(proved);
    }
    if (begins(authorization, BASIC)) {
      String said = decoded(authorization.substring(BASIC.length()).trim());
      int colon = said.indexOf(':');
      if (colon >= 0) {
        return byPassword(said.substring(0, colon), said.substring(colon + 1), request);
      }
    }
    throw unreadable(null);
  }

  /**
   * The caller of a request without a header: whom the server has let in, where it was set up to
   * ask an identity provider, or nobody.
   *
   * @throws Refusal NOT_ALLOWED when the archive has no open account of this name
   */
  public Caller withoutHeader(HttpServletRequest request) {
    Principal proved = request.getUserPrincipal();
    return proved == null ? Caller.ANONYMOUS : byProvider(proved);
  }

  // The provider says who it is; what that account may is for the archive to say.
  private Caller byProvider(Principal proved) {
    return accounts
        .find(proved.getName())
        .filter(account -> !account.closed())
        .map(Account::caller)
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_ALLOWED,
                    "",
                    "must be the name of an account of this archive",
                    proved.getName()));
  }

  /**
   * The caller with a name and a password.
   *
   * @throws Refusal as {@link #byHeader}
   */
  public Caller byPassword(String name, String password, HttpServletRequest request) {
    return counted(name, request, () -> passwords.authenticate(name, password));
  }

  private Caller counted(String name, HttpServletRequest request, Supplier<Caller> proof) {
    mustBeSecure(request);
    String address = request.getRemoteAddr();
    attempts.check(name, address);
    try {
      Caller caller = proof.get();
      attempts.succeeded(name, address);
      return caller;
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.NOT_AUTHENTICATED) {
        attempts.failed(name, address);
      }
      throw refusal;
    }
  }

  /**
   * The caller with a UsernameToken; one with a nonce counts once. The nonce is written down only
   * when all else is right, so that only who has an account makes the archive write.
   *
   * @throws Refusal as {@link #byHeader}
   */
  public Caller byNameToken(NameToken token, HttpServletRequest request) {
    Caller caller =
        token.isDigest()
            ? counted(token.name(), request, () -> digests.authenticate(token))
            : byPassword(token.name(), token.password(), request);
    if (!token.nonce().isEmpty()) {
      Duration kept = token.created().isEmpty() ? WITHOUT_TIME : WITH_TIME;
      usedOnce.use(caller.name(), "Security.UsernameToken.Nonce", token.nonce(), kept);
    }
    return caller;
  }

  /**
   * The caller with the certificate of a TLS connection, whose key TLS has proved.
   *
   * @throws Refusal NOT_AUTHENTICATED when it stands for no open account, or does not count now
   */
  public Caller byCertificate(X509Certificate certificate) {
    return certificates.holder(new CertificateName.Whole(X509.fingerprint(certificate))).caller();
  }

  /**
   * Whose certificate a message names as that of its signer. It is the caller only when the key of
   * the certificate verifies the signature and {@link #useSignature} does not refuse it.
   *
   * @throws Refusal NOT_ALLOWED over plain HTTP, NOT_AUTHENTICATED when it stands for no open
   *     account, or does not count now
   */
  public Certificates.Holder signer(CertificateName name, HttpServletRequest request) {
    mustBeSecure(request);
    return certificates.holder(name);
  }

  /**
   * Looks whether a signature can still be used, before what it is over is read.
   *
   * @param value as {@link #useSignature} is to have it
   * @throws Refusal NOT_AUTHENTICATED when it was used before, on whatever node
   */
  public void mustBeUnusedSignature(Caller caller, String value) {
    usedOnce.mustBeUnused(caller.name(), "Security.Signature", value);
  }

  /**
   * Uses a signature that was verified and is in its time.
   *
   * @param value in base64
   * @throws Refusal NOT_AUTHENTICATED when it was used before, on whatever node
   */
  public void useSignature(Caller caller, String value) {
    usedOnce.use(caller.name(), "Security.Signature", value, WITH_TIME);
  }

  private Caller byToken(String secret) {
    Tokens.Found found = tokens.authenticate(secret);
    if (!found.usedToday()) {
      tokens.used(found.id());
    }
    return found.caller();
  }

  private static void mustBeSecure(HttpServletRequest request) {
    if (!request.isSecure()) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          "Authorization",
          "must be sent over HTTPS only, so that nothing secret is overheard",
          "");
    }
  }

  private static boolean begins(String authorization, String scheme) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  // The header itself is never told back: it holds a password.
  private static Refusal unreadable(@Nullable Throwable cause) {
    return new Refusal(
        Reason.NOT_AUTHENTICATED,
        "Authorization",
        "must be Basic credentials (RFC 7617) or a Bearer token (RFC 6750)",
        "",
        cause);
  }
}
