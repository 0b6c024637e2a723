package communique.access;

import communique.briefing.Coded;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Secrets for PasswordDigest, one for an account at most. They are not passwords: the archive makes
 * them at random, tells each once, and keeps it encrypted, since a digest can be checked only with
 * the secret itself.
 */
@ApplicationScoped
public class DigestSecrets {
  @PersistenceContext private EntityManager database;
  @Inject private SecretBox box;

  /**
   * The caller of a token with a digest.
   *
   * @throws Refusal NOT_AUTHENTICATED when the archive has no key for such secrets, there is no
   *     open account of this name with one, or the digest is not of it
   */
  @Transactional
  Caller authenticate(NameToken token) {
    if (!box.canBeUsed()) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "Security.UsernameToken.Password",
          "must be a PasswordText: of passwords the archive keeps only hashes, and it has no key"
              + " under which it could keep secrets for PasswordDigest",
          "");
    }
    List<?> rows =
        database
            .createNativeQuery(
                """
                select a.name, a.role, array_to_string(a.offices, ','), encode(s.sealed, 'hex')
                from digest_secret s join account a on a.name = s.account
                where a.name = ? and a.closed_at is null""")
            .setParameter(1, token.name())
            .getResultList();
    if (rows.isEmpty()) {
      throw wrong();
    }
    Object[] row = (Object[]) rows.get(0);
    String secret = box.open((String) row[0], HexFormat.of().parseHex((String) row[3]));
    if (!MessageDigest.isEqual(digest(token, secret), bytes(token.password()))) {
      throw wrong();
    }
    return new Caller(
        (String) row[0],
        Coded.of(Role.class, "role", (String) row[1]),
        Accounts.offices((String) row[2]));
  }

  /**
   * Keeps a new secret of an account, instead of the one it had, within the caller's transaction.
   *
   * @throws Refusal NOT_ALLOWED when the archive has no key for such secrets
   */
  public void put(String account, String secret, String by) {
    database
        .createNativeQuery(
            """
            insert into digest_secret (account, sealed, issued_at, issued_by)
            values (?, decode(?, 'hex'), statement_timestamp(), ?)
            on conflict (account) do update set sealed = excluded.sealed,
              issued_at = excluded.issued_at, issued_by = excluded.issued_by""")
        .setParameter(1, account)
        .setParameter(2, HexFormat.of().formatHex(box.seal(account, secret)))
        .setParameter(3, by)
        .executeUpdate();
  }

  /** Takes the secret of an account away, within the caller's transaction. */
  public void remove(String account) {
    database
        .createNativeQuery("delete from digest_secret where account = ?")
        .setParameter(1, account)
        .executeUpdate();
  }

  /** SHA-1 of nonce, time and secret: so the profile has it, and no other. */
  static byte[] digest(NameToken token, String secret) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(bytes(token.nonce()));
      sha1.update(token.created().getBytes(StandardCharsets.UTF_8));
      return sha1.digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED, "Security.UsernameToken", "must be in base64", "", e);
    }
  }

  private static Refusal wrong() {
    return new Refusal(
        Reason.NOT_AUTHENTICATED,
        "Security.UsernameToken",
        "must carry the name of an account and a digest of its secret for PasswordDigest, which is"
            + " not its password",
        "");
  }
}
