package communique.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the archive notes of a version beside what it says.
 *
 * @param dated the day its briefing is filed under: issued, else event, else accepted
 * @param embargo the instant before which it is not public; never one that has passed
 * @param withdrawnAt when its edition is withdrawn at present
 * @param acceptedBy the account that handed it over
 */
public record Filing(
    LocalDate dated, @Nullable Instant embargo, @Nullable Instant withdrawnAt, String acceptedBy) {

  /** Whether everybody may see the version at once. */
  public boolean isOpen() {
    return embargo == null && withdrawnAt == null;
  }
}
