package communique.access;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * What counts only once: nonces and signatures, on all nodes together. It is written down durably
 * before it counts, so of two that come at the same time one is refused, wherever they come.
 */
@ApplicationScoped
public class UsedOnce {
  private static final int MOST_FORGOTTEN = 10_000;

  @PersistenceContext private EntityManager database;

  /**
   * Uses it, in a transaction of its own.
   *
   * @param account who used it; what others use is another thing
   * @param kept for how long it is known; afterwards it must be refused for its age
   * @throws Refusal NOT_AUTHENTICATED when it was used before
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void use(String account, String what, String value, Duration kept) {
    int rows =
        database
            .createNativeQuery(
                """
                insert into used_once (digest, expires_at)
                values (decode(?, 'hex'), statement_timestamp() + ? * interval '1 second')
                on conflict (digest) do nothing""")
            .setParameter(1, digest(account, what, value).hex())
            .setParameter(2, kept.toSeconds())
            .executeUpdate();
    if (rows == 0) {
      throw used(what);
    }
  }

  /**
   * Looks whether it was used; it may be by the time that it is.
   *
   * @param account as {@link #use} is to have it, and so are the others
   * @throws Refusal NOT_AUTHENTICATED when it was used before
   */
  @Transactional
  public void mustBeUnused(String account, String what, String value) {
    Object found =
        database
            .createNativeQuery(
                "select exists (select 1 from used_once where digest = decode(?, 'hex'))")
            .setParameter(1, digest(account, what, value).hex())
            .getSingleResult();
    if (Boolean.TRUE.equals(found)) {
      throw used(what);
    }
  }

  private static Refusal used(String what) {
    return new Refusal(Reason.NOT_AUTHENTICATED, what, "must not have been used before", "");
  }

  /**
   * Forgets some of what has expired.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean forget() {
    return database
            .createNativeQuery(
                """
                delete from used_once where digest in (
                  select digest from used_once where expires_at < statement_timestamp()
                  order by expires_at limit ? for update skip locked)""")
            .setParameter(1, MOST_FORGOTTEN)
            .executeUpdate()
        == MOST_FORGOTTEN;
  }

  // Lengths come first, so that no two uses run together into the same text.
  private static Digest digest(String account, String what, String value) {
    MessageDigest digest = Digest.sha256();
    for (String each : new String[] {account, what, value}) {
      digest.update((each.length() + ":" + each).getBytes(StandardCharsets.UTF_8));
    }
    return Digest.ofFinished(digest.digest());
  }
}
