package communique.reading;

import communique.access.Caller;
import communique.archive.Captions;
import communique.archive.Links;
import communique.briefing.Change;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violations;
import communique.database.NeedsDatabase;
import communique.journal.PublicChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists what became of the editions, in the order in which it became public. A reader that keeps
 * the position of the last change it has seen misses none and gets none twice, however long it was
 * away and whichever node it asks.
 */
@NeedsDatabase
@ApplicationScoped
public class ListChanges {
  /** How many a page may have. */
  public static final int MOST = ListVersions.MOST;

  /** Those that add a version or show one; others are about the edition as a whole. */
  private static final Set<String> OF_A_VERSION =
      Set.of(
          "DepositBriefing",
          "AddEdition",
          "CorrectBriefing",
          "ReleaseEmbargoed",
          "LiftEmbargo",
          "ReinstateBriefing");

  @Inject private PublicChanges changes;
  @Inject private Captions captions;
  @Inject private Links links;

  /**
   * The changes after a position. They are the same for every caller.
   *
   * @param after 0 for the first
   * @param limit 1 to 1,000
   * @throws Refusal OUT_OF_RANGE when one of them is, or {@code after} lies beyond the last change
   */
  public Page list(long after, int limit) {
    check(after, limit);
    List<Change> found = changes.after(after, limit);
    if (found.isEmpty()) {
      mustBeReached("after", after);
    }
    Map<Long, Captions.Caption> named = captions.of(found, Caller.ANONYMOUS.visibility());
    Map<UUID, List<UUID>> linked = links.open(linked(found));
    List<Listed> listed =
        found.stream().map(change -> listed(change, named.get(change.position()), linked)).toList();
    return new Page(listed, found.isEmpty() ? after : found.get(found.size() - 1).position());
  }

  /**
   * Checks what is asked of {@link #list}, for who has more to check.
   *
   * @throws Refusal OUT_OF_RANGE as there, with all that is
   */
  public static void check(long after, int limit) {
    Violations broken = new Violations();
    broken.check(() -> mustNotBeNegative(after));
    broken.check(() -> ListVersions.mustBeLimit(limit));
    broken.refuse();
  }

  private static void mustNotBeNegative(long after) {
    if (after < 0) {
      throw new Refusal(Reason.OUT_OF_RANGE, "after", "must be 0 or more", "" + after);
    }
  }

  /**
   * Checks a position that a reader says it has come to. One beyond the last change is of another
   * archive, or of this one before it was restored from a copy: whoever went on from there would
   * miss all until then, and not know it. The last change is looked for after the reader has
   * spoken, so that none is refused that any node has told.
   *
   * @param field where the reader says so
   * @throws Refusal OUT_OF_RANGE when it lies beyond the last change
   */
  public void mustBeReached(String field, long position) {
    if (position > 0 && position > changes.newest()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, field, "must not be beyond the last change", "" + position);
    }
  }

  /** The position of the last change; 0 when there is none. */
  public long newest() {
    return changes.newest();
  }

  private static Set<UUID> linked(List<Change> changes) {
    return changes.stream()
        .filter(ListChanges::links)
        .map(change -> change.edition().briefing())
        .collect(Collectors.toSet());
  }

  private static boolean links(Change change) {
    return change.verb().equals("LinkBriefings");
  }

  private static Listed listed(
      Change change, Captions.@Nullable Caption caption, Map<UUID, List<UUID>> linked) {
    if (caption == null) {
      throw new IllegalStateException("a change of no briefing: " + change.position());
    }
    // The newest version of an edition that is withdrawn may be one that nobody has seen yet.
    boolean shows = OF_A_VERSION.contains(change.verb());
    return new Listed(
        change,
        shows ? (Integer) change.version() : caption.erased(),
        caption.reference(),
        shows ? caption.headline() : null,
        links(change) ? linked.getOrDefault(change.edition().briefing(), List.of()) : List.of());
  }

  /**
   * A change with its names.
   *
   * @param version that was added, shown or erased; absent when the edition as a whole is meant
   * @param headline of that version, absent when it has none or is no longer shown
   * @param linked of a link, the other briefings that its briefing is linked with now, as far as
   *     everybody sees them
   */
  public record Listed(
      Change change,
      @Nullable Integer version,
      String reference,
      @Nullable String headline,
      List<UUID> linked) {
    public Listed {
      linked = List.copyOf(linked);
    }
  }

  /**
   * A page of changes.
   *
   * @param next the position to ask from again, whether there are more yet or not
   */
  public record Page(List<Listed> changes, long next) {}
}
