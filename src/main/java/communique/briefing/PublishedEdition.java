package communique.briefing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition as it is passed on.
 *
 * @param version that is shown now
 * @param published when the edition first became public
 * @param note the reason of its last correction that matters to who has read it before; absent when
 *     there was none, or none was given
 * @param recalled its files that are no longer shown
 */
public record PublishedEdition(
    Version version, Instant published, @Nullable String note, RecalledFiles recalled) {

  /** The files that go with it. */
  public List<MediaFile> files() {
    return recalled.shownFiles(version.content());
  }
}
