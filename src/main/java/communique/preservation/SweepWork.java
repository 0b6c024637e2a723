package communique.preservation;

import communique.archive.MediaSweep;
import communique.archive.Upkeep;
import communique.archive.imports.ImportJobs;
import communique.briefing.Digest;
import communique.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The short transactions of sweeping; one that finds the lease lost throws. */
@ApplicationScoped
class SweepWork {
  private static final String NAME = "SweepMedia";
  private static final Duration EVERY = Duration.ofDays(1);

  private final UUID holder = UUID.randomUUID();

  @Inject private MediaSweep sweep;
  @Inject private MediaStore store;
  @Inject private Upkeep upkeep;
  @Inject private ImportJobs jobs;

  @Transactional
  boolean begin() {
    return upkeep.begin(NAME, holder, EVERY);
  }

  @Transactional
  void end(int dropped) {
    upkeep.end(NAME, holder, dropped, 0);
  }

  @Transactional
  List<Digest> unplaced(String after, int most) {
    upkeep.goOn(NAME, holder);
    return sweep.unplaced(after, most);
  }

  /** Those of the imports that are not over. */
  @Transactional
  Set<UUID> importsToDo(Set<UUID> imports) {
    upkeep.goOn(NAME, holder);
    return jobs.toDo(imports);
  }

  @Transactional
  boolean forget(Digest sha256) {
    return sweep.forget(sha256);
  }

  /**
   * Drops those of the files that the record does not name; each is gone before anybody can begin
   * to use it again.
   *
   * @return how many
   */
  @Transactional
  int drop(List<Digest> old) {
    upkeep.goOn(NAME, holder);
    Set<Digest> unnamed = sweep.unnamed(old);
    int dropped = 0;
    for (Digest each : unnamed) {
      if (sweep.mayGo(each)) {
        store.drop(each);
        dropped++;
      }
    }
    return dropped;
  }
}
