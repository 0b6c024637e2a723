package communique.preservation;

import communique.archive.MediaFaults;
import communique.archive.Upkeep;
import communique.briefing.Digest;
import communique.briefing.FileState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The short transactions of checking the files; one that finds the lease lost throws. */
@ApplicationScoped
class ScrubWork {
  private static final String NAME = "ScrubMedia";
  private static final Duration EVERY = Duration.ofDays(7);
  private static final int AT_ONCE = 100;

  private final UUID holder = UUID.randomUUID();

  @Inject private MediaFaults faults;
  @Inject private Upkeep upkeep;

  @Transactional
  void ask() {
    upkeep.ask(NAME);
  }

  @Transactional
  boolean begin() {
    return upkeep.begin(NAME, holder, EVERY);
  }

  /** The next files by address; none when all are done. */
  @Transactional
  List<Digest> next(String after) {
    return faults.files(after, AT_ONCE);
  }

  /** Whether this is a fault that was not known. The lease is renewed with each file. */
  @Transactional
  boolean found(Digest file, FileState state) {
    upkeep.goOn(NAME, holder);
    return faults.found(file, state);
  }

  @Transactional
  void end(long files, long bytes) {
    faults.forgetUnnamed();
    upkeep.end(NAME, holder, files, bytes);
  }
}
