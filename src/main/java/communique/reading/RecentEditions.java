package communique.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.access.Caller;
import communique.archive.Links;
import communique.archive.Versions;
import communique.briefing.EditionId;
import communique.briefing.Stored;
import communique.journal.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers what everybody sees of the editions and briefings that are read most, and tells it as
 * long as the journal is known not to say otherwise ({@link Watch}). What has a version that waits
 * for its embargo is not remembered, since it changes by the clock alone.
 */
@ApplicationScoped
class RecentEditions {
  private static final long MOST_BYTES = 32L << 20;
  private static final int BESIDE_THE_TEXT = 300;
  private static final long HOLDS = Watch.HOLDS.toNanos();

  @Inject private Versions versions;
  @Inject private Links links;
  @Inject private Watch watch;

  private final Cache<EditionId, Stored> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((EditionId id, Stored stored) -> weight(stored))
          .build();

  private final Cache<UUID, List<Stored>> inFull =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(
              (UUID id, List<Stored> editions) ->
                  editions.stream().mapToInt(RecentEditions::weight).sum())
          .build();

  private final Lock looking = new ReentrantLock();
  private volatile long lookedAt = System.nanoTime() - HOLDS;
  private volatile long position = -1;

  /** What everybody sees of an edition. */
  Optional<Stored> get(EditionId edition) {
    Stored known = isCertain() ? remembered.getIfPresent(edition) : null;
    return known == null ? read(edition) : Optional.of(known);
  }

  /** What everybody sees of a briefing, by language; empty when that is nothing. */
  List<Stored> inFull(UUID briefing) {
    List<Stored> known = isCertain() ? inFull.getIfPresent(briefing) : null;
    return known == null ? readInFull(briefing) : known;
  }

  /** Whether it is remembered that everybody sees what {@link #get} gave. */
  @SuppressWarnings("ReferenceEquality") // read at the same time, which is what is asked
  boolean isStill(EditionId edition, Stored given) {
    return isCertain() && remembered.getIfPresent(edition) == given;
  }

  /** Whether it is remembered that everybody sees what {@link #inFull} gave. */
  @SuppressWarnings("ReferenceEquality")
  boolean isStill(UUID briefing, List<Stored> given) {
    return isCertain() && inFull.getIfPresent(briefing) == given;
  }

  private boolean isCertain() {
    // Early, so that others need not wait for it.
    if (age() > HOLDS / 2) {
      look();
    }
    return age() < HOLDS;
  }

  private long age() {
    return System.nanoTime() - lookedAt;
  }

  private Optional<Stored> read(EditionId edition) {
    long before = position;
    Optional<Versions.Current> found = versions.current(edition, Caller.ANONYMOUS.visibility());
    found
        .filter(Versions.Current::last)
        .ifPresent(current -> remember(remembered, edition, current.stored(), before));
    return found.map(Versions.Current::stored);
  }

  private List<Stored> readInFull(UUID briefing) {
    long before = position;
    Versions.AllCurrent found = versions.allCurrent(briefing, Caller.ANONYMOUS.visibility());
    if (found.settled() && !found.editions().isEmpty()) {
      remember(inFull, briefing, found.editions(), before);
    }
    return found.editions();
  }

  private static int weight(Stored stored) {
    return stored.content().length + BESIDE_THE_TEXT;
  }

  // What was read before a change that has been seen since, or that the first look begins behind,
  // would be remembered for ever.
  private synchronized <K, V> void remember(Cache<K, V> in, K what, V read, long before) {
    if (before >= 0 && position == before) {
      in.put(what, read);
    }
  }

  private synchronized void forget(
      long seen, List<Watch.Changed> changes, Collection<UUID> touched) {
    position = seen;
    if (changes.size() < Watch.MOST) {
      changes.forEach(change -> remembered.invalidate(change.edition()));
      changes.forEach(change -> inFull.invalidate(change.edition().briefing()));
      inFull.invalidateAll(touched);
    } else {
      remembered.invalidateAll();
      inFull.invalidateAll();
    }
  }

  // Who is told a briefing is told what is linked with it.
  private List<UUID> touched(List<Watch.Changed> changes) {
    return links.touchedBy(
        changes.stream().map(change -> change.edition().briefing()).distinct().toList());
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
        forget(watch.last(), changes, List.of());
      } else if (!changes.isEmpty()) {
        forget(changes.get(changes.size() - 1).position(), changes, touched(changes));
      }
      lookedAt = began;
    } finally {
      looking.unlock();
    }
  }
}
