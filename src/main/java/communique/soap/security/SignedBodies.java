package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how much of signed messages is held in memory at the same time. Of one signature one
 * message is held: a header that was overheard, and is sent again and again with other bodies,
 * takes no more than that.
 */
final class SignedBodies {
  private static final int KILOBYTE = 1024;

  /** What a message counts that does not tell its length: as much as the largest. */
  private static final long LARGEST = 24L << 20;

  private final int most;
  private final Duration patience;
  private final Semaphore left;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /**
   * @param mostBytes of messages that are held at the same time; one that is larger takes it all
   * @param patience for how long others wait
   */
  SignedBodies(long mostBytes, Duration patience) {
    this.most = Math.toIntExact(mostBytes / KILOBYTE);
    this.patience = patience;
    // Not fair: small ones need not wait behind a large one.
    this.left = new Semaphore(most);
  }

  /**
   * Makes room for a message, which is held until this is closed.
   *
   * @param signature what was signed, which tells signatures apart
   * @param length of the message in bytes; negative when it is not known
   * @throws Refusal RECORD_UNAVAILABLE when there is no room in time, or a message with the same
   *     signature is held
   */
  Room room(String signature, long length) {
    if (!held.add(signature)) {
      throw unavailable("a message with the same signature is being received");
    }
    int size = (int) Math.min(most, (length < 0 ? LARGEST : length) / KILOBYTE + 1);
    if (!acquire(size)) {
      held.remove(signature);
      throw unavailable("too many signed messages are held now");
    }
    return new Room(signature, size);
  }

  private boolean acquire(int size) {
    try {
      return left.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Refusal unavailable(String why) {
    return new Refusal(Reason.RECORD_UNAVAILABLE, "", "must be sent again later: " + why, "");
  }

  /** The room of one message. */
  final class Room implements AutoCloseable {
    private final String signature;
    private final int size;

    private Room(String signature, int size) {
      this.signature = signature;
      this.size = size;
    }

    /** Gives it back; to be done once. */
    @Override
    public void close() {
      held.remove(signature);
      left.release(size);
    }
  }
}
