package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Who a name and a password stand for.
 *
 * <p>The hash is slow on purpose. That a password matches it is therefore remembered, as a keyed
 * digest of both and in memory, for a minute: machine clients send it with each request. Those
 * whose passwords are not remembered take turns, outside of all transactions, so that wrong ones
 * take neither all processors nor the connections to the database from all others.
 */
@ApplicationScoped
class Passwords {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  @Inject private Accounts accounts;

  private final byte[] key = new byte[32];
  private final Cache<Digest, Boolean> right =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String hashOfNobody = PasswordHash.of("nobody");

  /** Makes the key under which right passwords are remembered. */
  Passwords() {
    new SecureRandom().nextBytes(key);
  }

  /**
   * The caller with this name and password.
   *
   * @throws Refusal NOT_AUTHENTICATED when there is none; it does not tell which of the two is
   *     wrong
   */
  Caller authenticate(String name, String password) {
    Optional<Accounts.Credential> known = accounts.credential(name);
    // A hash is checked for unknown names too, so that the time does not tell which names exist.
    String hash = known.map(Accounts.Credential::passwordHash).orElse(hashOfNobody);
    boolean matches = matches(hash, password);
    return known
        .filter(credential -> matches)
        .map(credential -> credential.account().caller())
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_AUTHENTICATED,
                    "",
                    "must carry the name and password of an account",
                    ""));
  }

  private boolean matches(String hash, String password) {
    Digest proof = proof(hash, password);
    if (right.getIfPresent(proof) != null) {
      return true;
    }
    turns.acquireUninterruptibly();
    try {
      // Who waited may have been forestalled by the same client.
      boolean matches = right.getIfPresent(proof) != null || PasswordHash.matches(hash, password);
      if (matches) {
        right.put(proof, true);
      }
      return matches;
    } finally {
      turns.release();
    }
  }

  private Digest proof(String hash, String password) {
    MessageDigest digest = Digest.sha256();
    digest.update(key);
    digest.update(Digest.of(hash.getBytes(StandardCharsets.US_ASCII)).bytes());
    digest.update(password.getBytes(StandardCharsets.UTF_8));
    return Digest.ofFinished(digest.digest());
  }
}
