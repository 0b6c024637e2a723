package communique.readingroom.lists;

import communique.briefing.Kind;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of briefings, the newest first, as a reader narrowed it down.
 *
 * @param path of the page that shows it
 * @param older where the next part begins; absent in the last
 */
public record Listed(
    String path,
    Filters filters,
    List<Entry> entries,
    OfficeNames offices,
    @Nullable String older) {

  /** Whether there is a choice of offices: on the page of one there is not. */
  public boolean ofAnyOffice() {
    return !path.startsWith(OfficePages.PATH);
  }

  /** The kinds there are to choose from. */
  public Kind[] kinds() {
    return Kind.values();
  }

  /** The address of the next part. */
  public String olderHref() {
    return Query.to(path)
        .with("office", filters.office())
        .with("kind", filters.kind() == null ? null : filters.kind().code())
        .with("language", filters.language())
        .with("after", older)
        .toString();
  }
}
