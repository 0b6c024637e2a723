package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts wrong passwords by account and address, so that guessing takes for ever. Each node counts
 * for itself; unknown names are counted as well, so that the limit does not tell which exist.
 */
final class Attempts {
  /** So many are free; then nothing is tried until {@link #WAIT} after the first. */
  static final int FREE = 10;

  /** How long a count is kept. */
  static final Duration WAIT = Duration.ofMinutes(5);

  private final Cache<Key, AtomicInteger> failed =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WAIT).build();

  /**
   * Demands that there were not too many.
   *
   * @throws Refusal TOO_MANY_ATTEMPTS when there were
   */
  void check(String account, String address) {
    AtomicInteger count = failed.getIfPresent(new Key(account, address));
    if (count != null && count.get() >= FREE) {
      throw new Refusal(
          Reason.TOO_MANY_ATTEMPTS,
          "",
          "must wait five minutes after ten wrong passwords for an account from an address",
          "");
    }
  }

  void failed(String account, String address) {
    // Counted in place and not written anew: what came later does not prolong the wait.
    failed.get(new Key(account, address), first -> new AtomicInteger()).incrementAndGet();
  }

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
