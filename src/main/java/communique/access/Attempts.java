package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts wrong passwords by account and address, and by address alone, so that guessing takes for
 * ever, be it at one account or at many. Each node counts for itself; unknown names are counted as
 * well, so that the limit does not tell which exist.
 */
final class Attempts {
  /** So many are free; then nothing is tried until {@link #WAIT} after the first. */
  static final int FREE = 10;

  /**
   * So many are free for all accounts together from an address. Many clients may have the same one,
   * and each of them that keeps on sending a wrong password is counted up to {@link #FREE} only.
   */
  static final int FREE_OF_ADDRESS = 10 * FREE;

  /** How long a count is kept. */
  static final Duration WAIT = Duration.ofMinutes(5);

  private final Cache<Key, AtomicInteger> failed = counts();
  private final Cache<String, AtomicInteger> ofAddress = counts();

  private static <K> Cache<K, AtomicInteger> counts() {
    return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WAIT).build();
  }

  /**
   * Demands that there were not too many.
   *
   * @throws Refusal TOO_MANY_ATTEMPTS when there were
   */
  void check(String account, String address) {
    if (has(failed, new Key(account, address), FREE)) {
      throw tooMany("ten wrong passwords for an account from an address");
    }
    if (has(ofAddress, address, FREE_OF_ADDRESS)) {
      throw tooMany("a hundred wrong passwords from an address");
    }
  }

  private static <K> boolean has(Cache<K, AtomicInteger> counts, K key, int many) {
    AtomicInteger count = counts.getIfPresent(key);
    return count != null && count.get() >= many;
  }

  private static Refusal tooMany(String what) {
    return new Refusal(Reason.TOO_MANY_ATTEMPTS, "", "must wait five minutes after " + what, "");
  }

  void failed(String account, String address) {
    count(failed, new Key(account, address));
    count(ofAddress, address);
  }

  // Counted in place and not written anew: what came later does not prolong the wait.
  private static <K> void count(Cache<K, AtomicInteger> counts, K key) {
    counts.get(key, first -> new AtomicInteger()).incrementAndGet();
  }

  /** Ends the count of the account alone: who has one must not guess at others for ever. */
  void succeeded(String account, String address) {
    failed.invalidate(new Key(account, address));
  }

  private record Key(String account, String address) {
    private static final int LONGEST_NAME = 64;

    // What is longer is no account, and must not fill the memory.
    Key {
      account = account.length() > LONGEST_NAME ? account.substring(0, LONGEST_NAME) : account;
    }
  }
}
