package communique.preservation;

import communique.archive.Upkeep;
import communique.briefing.Digest;
import communique.database.NeedsDatabase;
import communique.media.ImportFiles;
import communique.media.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Drops what nobody uses: what was being received when a server went down, files of imports that
 * are over, files that no version has shown for a week after they were handed over, and files that
 * the record does not name.
 */
@NeedsDatabase
@ApplicationScoped
public class SweepMedia {
  private static final System.Logger LOG = System.getLogger(SweepMedia.class.getName());
  private static final int AT_ONCE = 500;

  @Inject private StoredFiles files;
  @Inject private ImportFiles imports;
  @Inject private SweepWork work;

  /** Sweeps, if a day has passed since the last time and no other node is at it. */
  public void sweepIfDue() {
    if (!work.begin()) {
      return;
    }
    try {
      sweep();
    } catch (Upkeep.LostLease lost) {
      LOG.log(System.Logger.Level.INFO, "the sweep ends here: {0}", lost.getMessage());
    }
  }

  private void sweep() {
    int leftovers = files.dropLeftovers() + dropImports();
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

  // A file is there before its job: one that is a day old and has none will never have one.
  private int dropImports() {
    Set<UUID> old = imports.old();
    Set<UUID> needed = work.importsToDo(old);
    List<UUID> over = old.stream().filter(each -> !needed.contains(each)).toList();
    over.forEach(imports::drop);
    return over.size();
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
