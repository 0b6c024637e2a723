package communique.preservation;

import communique.briefing.Digest;
import communique.database.NeedsDatabase;
import communique.media.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Drops what nobody uses: what was being received when a server went down, files that no version
 * has shown for a week after they were handed over, and files that the record does not name.
 */
@NeedsDatabase
@ApplicationScoped
public class SweepMedia {
  private static final System.Logger LOG = System.getLogger(SweepMedia.class.getName());
  private static final int AT_ONCE = 500;

  @Inject private StoredFiles files;
  @Inject private SweepWork work;

  /** Sweeps, if a day has passed since the last time and no other node is at it. */
  public void sweepIfDue() {
    if (!work.begin()) {
      return;
    }
    int leftovers = files.dropLeftovers();
    int forgotten = forget();
    // What was forgotten just now is unnamed, and dropped with the rest.
    Count dropped = new Count();
    files.old(old -> dropped.add(work.drop(old)));
    work.end(leftovers + dropped.files);
    LOG.log(
        System.Logger.Level.INFO,
        "swept: "
            + leftovers
            + " leftovers, "
            + forgotten
            + " media of no version, "
            + dropped.files
            + " files");
  }

  private int forget() {
    int forgotten = 0;
    String after = "";
    List<Digest> unplaced;
    do {
      unplaced = work.unplaced(after, AT_ONCE);
      for (Digest each : unplaced) {
        forgotten += work.forget(each) ? 1 : 0;
        after = each.hex();
      }
    } while (unplaced.size() == AT_ONCE);
    return forgotten;
  }

  private static final class Count {
    private int files;

    void add(int more) {
      files += more;
    }
  }
}
