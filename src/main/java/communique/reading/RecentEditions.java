package communique.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.access.Caller;
import communique.archive.Versions;
import communique.briefing.EditionId;
import communique.briefing.Stored;
import communique.journal.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers what everybody sees of the editions that are read most, and tells it as long as the
 * journal is known not to say otherwise ({@link Watch}). An edition of which a version waits for
 * its embargo is not remembered, since it changes by the clock alone.
 */
@ApplicationScoped
class RecentEditions {
  private static final long MOST_BYTES = 48L << 20;
  private static final int BESIDE_THE_TEXT = 300;
  private static final long HOLDS = Watch.HOLDS.toNanos();

  @Inject private Versions versions;
  @Inject private Watch watch;

  private final Cache<EditionId, Stored> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((EditionId id, Stored stored) -> stored.content().length + BESIDE_THE_TEXT)
          .build();

  private final Lock looking = new ReentrantLock();
  private volatile long lookedAt = System.nanoTime() - HOLDS;
  private volatile long position = -1;

  /** What everybody sees of an edition. */
  Optional<Stored> get(EditionId edition) {
    long age = System.nanoTime() - lookedAt;
    // Early, so that others need not wait for it.
    if (age > HOLDS / 2) {
      look();
    }
    Stored known = isCertain() ? remembered.getIfPresent(edition) : null;
    return known == null ? read(edition) : Optional.of(known);
  }

  private boolean isCertain() {
    return System.nanoTime() - lookedAt < HOLDS;
  }

  private Optional<Stored> read(EditionId edition) {
    long before = position;
    Optional<Versions.Current> found = versions.current(edition, Caller.ANONYMOUS.visibility());
    found
        .filter(Versions.Current::last)
        .ifPresent(current -> remember(edition, current.stored(), before));
    return found.map(Versions.Current::stored);
  }

  // What was read before a change that has been seen since, or that the first look begins behind,
  // would be remembered for ever.
  private synchronized void remember(EditionId edition, Stored stored, long before) {
    if (before >= 0 && position == before) {
      remembered.put(edition, stored);
    }
  }

  private synchronized void forget(long seen, List<Watch.Changed> changes) {
    position = seen;
    if (changes.size() < Watch.MOST) {
      changes.forEach(change -> remembered.invalidate(change.edition()));
    } else {
      remembered.invalidateAll();
    }
  }

  private void look() {
    if (!looking.tryLock()) {
      return;
    }
    try {
      long began = System.nanoTime();
      if (position < 0) {
        position = watch.last();
      }
      List<Watch.Changed> changes = watch.after(position);
      if (changes.size() == Watch.MOST) {
        forget(watch.last(), changes);
      } else if (!changes.isEmpty()) {
        forget(changes.get(changes.size() - 1).position(), changes);
      }
      lookedAt = began;
    } finally {
      looking.unlock();
    }
  }
}
