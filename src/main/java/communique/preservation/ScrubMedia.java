package communique.preservation;

import communique.access.Caller;
import communique.archive.Upkeep;
import communique.briefing.Digest;
import communique.briefing.FileState;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.media.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reads every file again, slowly, and holds it against its address. What is missing or damaged is
 * written down and into the log, until it is found whole again.
 */
@NeedsDatabase
@ApplicationScoped
public class ScrubMedia {
  private static final System.Logger LOG = System.getLogger(ScrubMedia.class.getName());

  @Inject private StoredFiles files;
  @Inject private ScrubWork work;

  /**
   * Asks for a check as soon as can be.
   *
   * @throws Refusal when the caller is not an administrator
   */
  public void ask(Caller caller) {
    caller.mustAdminister();
    work.ask();
  }

  /**
   * Checks all files, if it is asked for or a week has passed since the last time, and no other
   * node is at it.
   *
   * @throws InterruptedException when the server stops; another node begins anew
   */
  public void scrubIfDue() throws InterruptedException {
    if (!work.begin()) {
      return;
    }
    try {
      scrub();
    } catch (Upkeep.LostLease lost) {
      LOG.log(
          System.Logger.Level.INFO, "the check of media files ends here: {0}", lost.getMessage());
    }
  }

  private void scrub() throws InterruptedException {
    long count = 0;
    long bytes = 0;
    List<Digest> next = work.next("");
    while (!next.isEmpty()) {
      for (Digest each : next) {
        StoredFiles.Reading reading = files.read(each);
        tell(each, reading.state());
        count++;
        bytes += reading.bytes();
      }
      next = work.next(next.get(next.size() - 1).hex());
    }
    work.end(count, bytes);
    LOG.log(System.Logger.Level.INFO, "checked " + count + " media files, " + bytes + " bytes");
  }

  private void tell(Digest file, FileState state) {
    if (work.found(file, state)) {
      LOG.log(System.Logger.Level.ERROR, "the media file " + file + " is " + state.code());
    }
  }
}
