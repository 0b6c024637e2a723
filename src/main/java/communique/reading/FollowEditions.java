package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Publications;
import communique.briefing.Change;
import communique.briefing.Notice;
import communique.briefing.PublishedEdition;
import communique.briefing.Selection;
import communique.database.NeedsDatabase;
import communique.journal.PublicChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the editions that a reader follows as everybody sees them, each once, those first that
 * changed last. A silent correction changes what is said but not the order.
 */
@NeedsDatabase
@ApplicationScoped
public class FollowEditions {
  /** How many a page has. */
  public static final int A_PAGE = 50;

  @Inject private PublicChanges changes;
  @Inject private Publications publications;
  @Inject private Notices notices;

  /**
   * The last change, of any sort, of what a reader follows: while it is the same, so is every page.
   */
  public Optional<Change> newest(Selection selection) {
    // Of all sections: an edition that goes to another leaves its page without a trace there.
    return changes.newest(new Selection(selection.office(), selection.language(), null));
  }

  /**
   * A page of editions.
   *
   * @param before only those whose last change that is to be noticed lies before this position
   */
  public Page page(Selection selection, long before) {
    List<Change> found = changes.notable(selection, before, A_PAGE + 1);
    boolean more = found.size() > A_PAGE;
    List<Change> mine = more ? found.subList(0, A_PAGE) : found;
    Map<Long, PublishedEdition> shown = publications.of(mine, Caller.ANONYMOUS.visibility());
    return new Page(
        mine.stream().map(change -> item(change, shown.get(change.position()))).toList(),
        more ? mine.get(mine.size() - 1).position() : null);
  }

  /**
   * The editions that are shown and whose last change of any sort lies in a range of positions, at
   * most {@code limit} of the changes looked at; the oldest first.
   */
  public Stretch stretch(long after, long last, int limit) {
    List<Change> found = changes.lastOfEditions(after, last, limit);
    return new Stretch(
        publications.seen(found, Caller.ANONYMOUS.visibility()),
        found.size() < limit ? null : found.get(found.size() - 1).position());
  }

  /** The position of the last change; 0 when there is none. */
  public long newest() {
    return changes.newest();
  }

  private Item item(Change change, @Nullable PublishedEdition publication) {
    if (publication != null) {
      return new Item.Shown(change, publication);
    }
    return new Item.Gone(
        change,
        notices
            .last(change.edition().briefing(), change.edition().language())
            .map(Notice::reason)
            .orElse(null));
  }

  /** An edition that somebody follows. */
  public sealed interface Item {

    /** The last change of it that is to be noticed. */
    Change last();

    /** One that is shown. */
    record Shown(Change last, PublishedEdition publication) implements Item {}

    /**
     * One that is not shown any more.
     *
     * @param reason for everybody; absent when it was erased too
     */
    record Gone(Change last, @Nullable String reason) implements Item {}
  }

  /**
   * A page of editions.
   *
   * @param older the position before which the next page begins; absent when this is the last
   */
  public record Page(List<Item> items, @Nullable Long older) {}

  /**
   * A part of a range.
   *
   * @param next the position after which the rest begins; absent when there is none
   */
  public record Stretch(List<Change> changes, @Nullable Long next) {}
}
