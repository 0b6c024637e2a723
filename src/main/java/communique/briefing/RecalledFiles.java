package communique.briefing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of a briefing that are no longer shown while its text is. Where one was placed, doors
 * tell that it was recalled and why, and nothing else of it: its caption, credit and description
 * are about what is not to be seen. The canonical bytes of a version stay as they are.
 *
 * @param reasons for everybody, by file
 */
public record RecalledFiles(Map<Digest, String> reasons) {
  /** Every file is shown. */
  public static final RecalledFiles NONE = new RecalledFiles(Map.of());

  public RecalledFiles {
    reasons = Map.copyOf(reasons);
  }

  /** Why the file of a placement is not shown; absent when it is, or when there is none. */
  public @Nullable String reason(Placement placement) {
    MediaFile file = placement.file();
    return file == null ? null : reasons.get(file.sha256());
  }

  /** The placements of which something is shown, in their order. */
  public List<Placement> shown(Content content) {
    return content.placements().stream().filter(each -> reason(each) == null).toList();
  }

  /** Their files. */
  public List<MediaFile> shownFiles(Content content) {
    return shown(content).stream().map(Placement::file).filter(Objects::nonNull).toList();
  }
}
