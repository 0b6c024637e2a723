package communique.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.access.Caller;
import communique.archive.Links;
import communique.archive.Versions;
import communique.briefing.LanguageTag;
import communique.journal.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what everybody sees of the briefings that are read most, and tells it as long as the
 * journal is known not to say otherwise ({@link Watch}). What has a version that waits for its
 * embargo is not remembered, since it changes by the clock alone.
 */
@ApplicationScoped
class RecentEditions {
  private static final long MOST_BYTES = 32L << 20;
  private static final int BESIDE_THE_TEXT = 300;
  private static final long HOLDS = Watch.HOLDS.toNanos();

  @Inject private Versions versions;
  @Inject private Links links;
  @Inject private Watch watch;

  private final Cache<UUID, Map<LanguageTag, SeenEdition>> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher(
              (UUID id, Map<LanguageTag, SeenEdition> editions) ->
                  editions.values().stream().mapToInt(RecentEditions::weight).sum())
          .build();

  private final Lock looking = new ReentrantLock();
  private volatile long lookedAt = System.nanoTime() - HOLDS;
  private volatile long position = -1;

  /** What everybody sees of a briefing, by language; empty when that is nothing. */
  Map<LanguageTag, SeenEdition> get(UUID briefing) {
    Map<LanguageTag, SeenEdition> known = isCertain() ? remembered.getIfPresent(briefing) : null;
    return known == null ? read(briefing) : known;
  }

  /**
   * Tells, at any time, whether it is still remembered that everybody sees what {@link #get} gave.
   * It holds nothing of that: whoever keeps it keeps no briefing.
   */
  BooleanSupplier still(UUID briefing, Map<LanguageTag, SeenEdition> given) {
    Reference<Map<LanguageTag, SeenEdition>> reference = new WeakReference<>(given);
    return () -> isStill(briefing, reference.get());
  }

  @SuppressWarnings("ReferenceEquality") // read at the same time, which is what is asked
  private boolean isStill(UUID briefing, @Nullable Map<LanguageTag, SeenEdition> given) {
    return given != null && isCertain() && remembered.getIfPresent(briefing) == given;
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

  private Map<LanguageTag, SeenEdition> read(UUID briefing) {
    long before = position;
    Versions.AllCurrent found = versions.allCurrent(briefing, Caller.ANONYMOUS.visibility());
    Map<LanguageTag, SeenEdition> seen = SeenEdition.all(found.editions());
    if (found.settled() && !seen.isEmpty()) {
      remember(briefing, seen, before);
    }
    return seen;
  }

  private static int weight(SeenEdition edition) {
    return edition.stored().content().length + BESIDE_THE_TEXT;
  }

  // What was read before a change that has been seen since, or that the first look begins behind,
  // would be remembered for ever.
  private synchronized void remember(
      UUID briefing, Map<LanguageTag, SeenEdition> read, long before) {
    if (before >= 0 && position == before) {
      remembered.put(briefing, read);
    }
  }

  private synchronized void forget(
      long seen, List<Watch.Changed> changes, Collection<UUID> touched) {
    position = seen;
    if (changes.size() < Watch.MOST) {
      changes.forEach(change -> remembered.invalidate(change.edition().briefing()));
      remembered.invalidateAll(touched);
    } else {
      remembered.invalidateAll();
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
