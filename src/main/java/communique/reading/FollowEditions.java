package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Publications;
import communique.briefing.Change;
import communique.briefing.EditionId;
import communique.briefing.Notice;
import communique.briefing.PublishedEdition;
import communique.briefing.Selection;
import communique.database.NeedsDatabase;
import communique.journal.FollowedChanges;
import communique.journal.PublicChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  @Inject private FollowedChanges followed;
  @Inject private Publications publications;
  @Inject private Notices notices;

  /**
   * The last change, of any sort, of what a reader follows: while it is the same, so is every page.
   */
  public Optional<Change> newest(Selection selection) {
    return followed.newest(selection);
  }

  /** The newest editions. */
  public Page newestPage(Selection selection) {
    List<Change> found = followed.notable(selection, Long.MAX_VALUE, A_PAGE + 1);
    return page(selection, Long.MAX_VALUE, 0, found, null);
  }

  /**
   * A page of older editions: back to the last cut before it, at most {@link #A_PAGE}. A page that
   * begins before a cut has the same place for ever and only gets shorter, as editions change.
   *
   * @param before only those whose last change that is to be noticed lies before this position
   */
  public Page page(Selection selection, long before) {
    List<Change> found = followed.notable(selection, before, A_PAGE + 1);
    long cut = followed.lastCut(selection, before - 1).orElse(0L);
    return page(selection, before, cut, found, followed.firstCut(selection, before).orElse(null));
  }

  private Page page(
      Selection selection, long before, long from, List<Change> found, @Nullable Long newer) {
    List<Change> mine =
        found.stream().filter(change -> change.position() >= from).limit(A_PAGE).toList();
    Map<Long, PublishedEdition> shown = publications.of(mine, Caller.ANONYMOUS.visibility());
    Map<EditionId, Notice> gone =
        notices.lastOf(
            mine.stream()
                .filter(change -> isIn(selection, change) && !shown.containsKey(change.position()))
                .map(FollowEditions::edition)
                .toList());
    return new Page(
        mine.stream()
            .map(
                change ->
                    isIn(selection, change)
                        ? item(change, shown.get(change.position()), gone.get(edition(change)))
                        : new Item.Gone(change, null))
            .toList(),
        mine.size() == found.size() ? null : older(selection, before, found, mine.size()),
        newer);
  }

  // Before the next cut, so that all readers come upon the same pages, wherever they begin; that
  // some
  // of the newest editions are told twice costs less. Where there is none, after the last edition.
  private long older(Selection selection, long before, List<Change> found, int told) {
    return followed
        .firstCut(selection, found.get(told).position())
        .filter(cut -> cut < before)
        .orElseGet(() -> found.get(told - 1).position());
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

  /**
   * When what lies in each range of so many positions last had something added, the first range
   * first; as many as there are.
   */
  public List<Instant> ends(long range) {
    return changes.ends(range);
  }

  /** The position of the last change; 0 when there is none. */
  public long newest() {
    return changes.newest();
  }

  /** What this archive is known by, for ever and under whatever name it is asked. */
  public UUID archive() {
    return changes.archive();
  }

  // It may have left the section that is followed.
  private static boolean isIn(Selection selection, Change change) {
    return selection.section() == null || selection.section().equals(change.edition().section());
  }

  private static EditionId edition(Change change) {
    return new EditionId(change.edition().briefing(), change.edition().language());
  }

  private static Item item(
      Change change, @Nullable PublishedEdition publication, @Nullable Notice gone) {
    return publication != null
        ? new Item.Shown(change, publication)
        : new Item.Gone(change, gone == null ? null : gone.reason());
  }

  /** An edition that somebody follows. */
  public sealed interface Item {

    /** The last change of it that is to be noticed. */
    Change last();

    /** One that is shown. */
    record Shown(Change last, PublishedEdition publication) implements Item {}

    /**
     * One that is not shown any more, or not in the section that is followed.
     *
     * @param reason for everybody; absent when it was erased too, or the edition is elsewhere
     */
    record Gone(Change last, @Nullable String reason) implements Item {}
  }

  /**
   * A page of editions.
   *
   * @param older the position before which the next page begins; absent when this is the last
   * @param newer that before which the page of newer ones begins; absent when it is the newest
   */
  public record Page(List<Item> items, @Nullable Long older, @Nullable Long newer) {}

  /**
   * A part of a range.
   *
   * @param next the position after which the rest begins; absent when there is none
   */
  public record Stretch(List<Change> changes, @Nullable Long next) {}
}
