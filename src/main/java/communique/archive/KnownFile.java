package communique.archive;

import communique.briefing.MediaFile;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is here already, as one caller may name it by its digest.
 *
 * @param free whether the caller handed it over or sees it in a text, and it was not recalled there
 * @param recalledFrom the briefings that the caller sees and from which it was recalled
 */
public record KnownFile(MediaFile file, boolean free, Set<UUID> recalledFrom) {
  public KnownFile {
    recalledFrom = Set.copyOf(recalledFrom);
  }

  /**
   * Whether a version of a briefing may name it. One of a briefing from which it was recalled may,
   * since it stays recalled there: a correction of the text need not leave out the photo.
   */
  public boolean mayBeNamedIn(UUID briefing) {
    return free || recalledFrom.contains(briefing);
  }
}
