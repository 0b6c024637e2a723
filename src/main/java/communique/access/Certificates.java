package communique.access;

import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that stand for accounts. Who issued them does not matter here: each is
 * registered by itself. Nothing of them is remembered between requests, and what was revoked counts
 * nowhere from then on.
 */
@ApplicationScoped
public class Certificates {
  private static final String COUNTS =
      """
       and c.revoked_at is null and a.closed_at is null
         and statement_timestamp() between c.not_before and c.not_after""";

  @PersistenceContext private EntityManager database;

  /**
   * The account that a certificate stands for, and the certificate as it was registered.
   *
   * @throws Refusal NOT_AUTHENTICATED when there is none that counts now, or it is not clear whose
   *     it is; it does not tell which
   */
  @Transactional
  Holder holder(CertificateName name) {
    List<?> rows =
        database
            .createNativeQuery(
                "select a.name, a.role, array_to_string(a.offices, ','), encode(c.encoded, 'hex')"
                    + " from certificate c join account a on a.name = c.account where c."
                    + name.column()
                    + " = decode(?, 'hex')"
                    + COUNTS
                    + " order by c.registered_at desc")
            .setParameter(1, name.hex())
            .getResultList();
    List<Holder> holders =
        rows.stream()
            .map(row -> holder((Object[]) row))
            .filter(holder -> name.names(holder.certificate()))
            .toList();
    if (holders.stream().map(holder -> holder.caller().name()).distinct().count() != 1) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "certificate",
          "must be registered for an open account, and count now",
          "");
    }
    return holders.get(0);
  }

  /**
   * Keeps a certificate for an account, within the caller's transaction; again, if it was revoked.
   *
   * @return false when it stands for another account
   */
  public boolean put(X509Certificate certificate, String account, String by) {
    return database
            .createNativeQuery(
                """
                insert into certificate (fingerprint, account, encoded, thumbprint, key_identifier,
                  subject, not_before, not_after, registered_at, registered_by)
                values (decode(?, 'hex'), ?, decode(?, 'hex'), decode(?, 'hex'), decode(?, 'hex'),
                  ?, cast(? as timestamptz), cast(? as timestamptz), statement_timestamp(), ?)
                on conflict (fingerprint) do update set
                  account = excluded.account, registered_at = excluded.registered_at,
                  registered_by = excluded.registered_by, revoked_at = null
                where certificate.account = excluded.account
                  or certificate.revoked_at is not null""")
            .setParameter(1, X509.fingerprint(certificate).hex())
            .setParameter(2, account)
            .setParameter(3, HexFormat.of().formatHex(X509.encoded(certificate)))
            .setParameter(4, X509.thumbprint(certificate))
            .setParameter(5, X509.keyIdentifier(certificate))
            .setParameter(6, certificate.getSubjectX500Principal().getName())
            .setParameter(7, certificate.getNotBefore().toInstant().toString())
            .setParameter(8, certificate.getNotAfter().toInstant().toString())
            .setParameter(9, by)
            .executeUpdate()
        == 1;
  }

  /** What is kept of a certificate that was registered. */
  public Certificate get(X509Certificate certificate) {
    return select("c.fingerprint = decode(?, 'hex')", X509.fingerprint(certificate).hex(), "", 1)
        .get(0);
  }

  /**
   * A page of the certificates of an account, by fingerprint, with those that no longer count.
   *
   * @param after the fingerprint before the page; null for the first
   */
  public List<Certificate> page(String account, @Nullable Digest after, int limit) {
    return select("c.account = ?", account, after == null ? "" : after.hex(), limit);
  }

  /** Ends one, within the caller's transaction; from its commit on it counts nowhere. */
  public void revoke(Digest fingerprint) {
    database
        .createNativeQuery(
            """
            update certificate set revoked_at = statement_timestamp()
            where fingerprint = decode(?, 'hex') and revoked_at is null""")
        .setParameter(1, fingerprint.hex())
        .executeUpdate();
  }

  private List<Certificate> select(String which, String value, String after, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                "select encode(c.fingerprint, 'hex'), c.account, c.subject, c.not_before,"
                    + " c.not_after, c.registered_at, c.registered_by, c.revoked_at"
                    + " from certificate c where "
                    + which
                    + " and c.fingerprint > decode(?, 'hex') order by c.fingerprint limit ?")
            .setParameter(1, value)
            .setParameter(2, after)
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(row -> certificate((Object[]) row)).toList();
  }

  private static Certificate certificate(Object[] row) {
    return new Certificate(
        new Digest((String) row[0]),
        (String) row[1],
        (String) row[2],
        instant(row[3]),
        instant(row[4]),
        instant(row[5]),
        (String) row[6],
        row[7] == null ? null : instant(row[7]));
  }

  private static Instant instant(Object value) {
    return ((Timestamp) value).toInstant();
  }

  private static Holder holder(Object[] row) {
    Caller caller =
        new Caller(
            (String) row[0],
            Coded.of(Role.class, "role", (String) row[1]),
            Accounts.offices((String) row[2]));
    return new Holder(caller, X509.read(HexFormat.of().parseHex((String) row[3])));
  }

  /**
   * Whose a certificate is. That it was named proves nothing yet.
   *
   * @param caller the account with all its rights
   */
  public record Holder(Caller caller, X509Certificate certificate) {}
}
