package communique.search.index;

import communique.archive.imports.ImportJobs;
import communique.authority.ChangedAuthorities;
import communique.briefing.index.IndexGeneration;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.journal.Lane;
import communique.journal.index.IndexGenerations;
import communique.journal.index.IndexRequests;
import communique.journal.index.RefusedDocuments;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Brings indices up to the journal, some entries at a time.
 *
 * <p>New indices are first filled with the briefings that the record had when they were begun; then
 * they follow the journal from there on. An entry says only which briefing changed; what is indexed
 * is the briefing as it is now. What was handed over singly comes first, then what is asked to be
 * indexed again, then what imports brought in: that gives way while an import is at work ({@link
 * ImportsTurn}).
 *
 * <p>How far it has come is kept in the database, and changes with each step or not at all. While
 * one node takes a step, the others have nothing to do; when that node goes down, another one
 * repeats the step.
 */
@ApplicationScoped
class FollowJournal {
  private static final int AT_ONCE = 500;

  /** Nobody waits for indices that are being filled; between two steps nothing is sent to them. */
  private static final int FILLED_AT_ONCE = 8_000;

  /** While an import is at work, which has the machine after each step. */
  private static final int FILLED_BESIDE_IMPORT = 2_000;

  @Inject private Journal journal;
  @Inject private IndexRequests requests;
  @Inject private RefusedDocuments refused;
  @Inject private IndexGenerations generations;
  @Inject private ImportJobs jobs;
  @Inject private WriteBriefings writeBriefings;
  @Inject private OlderSchemas olderSchemas;
  @Inject private ChangedAuthorities authorities;

  private final ImportsTurn importsTurn = new ImportsTurn(System::nanoTime);

  /** How a step ended. */
  enum Outcome {
    /** There may be more to do at once. */
    MORE,
    /** Nothing that the journal tells is missing. */
    UP_TO_DATE,
    /** There is more to do, or to know, later. */
    WAITING
  }

  /**
   * Takes the next step, unless another node is at it or should be: one that knows all names that
   * are looked for.
   *
   * @param shelves whose indices are there
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  @Transactional(rollbackOn = IOException.class)
  Outcome step(UUID id, Set<Shelf> shelves) throws IOException {
    Journal.Reached reached = journal.claim(IndexGeneration.follower(id)).orElse(null);
    if (reached == null || authorities.known() < authorities.announced()) {
      return Outcome.WAITING;
    }
    // Under the claim: before it, another node may have filled on.
    Target target = new Target(generations.find(id).orElseThrow(), shelves);
    return target.generation().fill().isComplete()
        ? follow(target, reached)
        : fill(target, reached.requested());
  }

  /**
   * Fills in the next briefings. What they are now is at least what they were at the position from
   * which the journal is followed afterwards.
   */
  private Outcome fill(Target target, long position) throws IOException {
    boolean beside = jobs.areAtWork();
    if (beside && !importsTurn.hasCome()) {
      return Outcome.WAITING;
    }
    long start = System.nanoTime();
    int most = beside ? FILLED_BESIDE_IMPORT : FILLED_AT_ONCE;
    List<UUID> briefings = generations.toFill(target.generation().fill(), most);
    int filled = writeBriefings.fill(target, briefings, position);
    boolean last = filled == briefings.size() && filled < most;
    generations.filled(target.generation(), briefings.subList(0, filled), last);
    importsTurn.ended(Duration.ofNanos(System.nanoTime() - start));
    return Outcome.MORE;
  }

  private Outcome follow(Target target, Journal.Reached reached) throws IOException {
    retry(target);
    Step single = take(target, Lane.SINGLE, reached.single());
    Step requested = takeRequested(target, reached.requested());
    boolean turn = !single.more() && !requested.more() && isImportsTurn();
    Step imported =
        turn ? takeImported(target, reached.imported()) : new Step(reached.imported(), true);
    Journal.Reached now =
        new Journal.Reached(single.position(), imported.position(), requested.position());
    if (!now.equals(reached)) {
      journal.advance(IndexGeneration.follower(target.generation().id()), now);
    }
    boolean more = single.more() || requested.more() || (turn && imported.more());
    if (more) {
      return Outcome.MORE;
    }
    return imported.more() ? Outcome.WAITING : Outcome.UP_TO_DATE;
  }

  private boolean isImportsTurn() {
    return importsTurn.hasCome() || !jobs.areAtWork();
  }

  private void retry(Target target) throws IOException {
    List<RefusedDocuments.Due> due = refused.due(target.generation().id(), AT_ONCE);
    if (!due.isEmpty()) {
      writeBriefings.writeAgain(target, due);
    }
  }

  private Step takeRequested(Target target, long position) throws IOException {
    List<IndexRequests.Request> asked = requests.after(position, AT_ONCE);
    if (asked.isEmpty()) {
      return new Step(position, false);
    }
    writeBriefings.write(
        target, asked.stream().map(request -> Changed.by(request, position)).toList());
    return new Step(asked.get(asked.size() - 1).position(), asked.size() == AT_ONCE);
  }

  private Step takeImported(Target target, long position) throws IOException {
    long start = System.nanoTime();
    Step step = take(target, Lane.IMPORTED, position);
    importsTurn.ended(Duration.ofNanos(System.nanoTime() - start));
    return step;
  }

  private Step take(Target target, Lane lane, long position) throws IOException {
    List<Journal.Numbered> entries = journal.after(lane, position, AT_ONCE);
    if (entries.isEmpty()) {
      return new Step(position, false);
    }
    writeBriefings.write(target, Changed.by(entries));
    List<UUID> erased =
        entries.stream()
            .map(Journal.Numbered::entry)
            .filter(Entry::isErasure)
            .map(entry -> entry.edition().briefing())
            .distinct()
            .toList();
    if (!erased.isEmpty()) {
      olderSchemas.forget(erased);
    }
    return new Step(entries.get(entries.size() - 1).position(), entries.size() == AT_ONCE);
  }

  /**
   * A step in a lane.
   *
   * @param position of the last entry that is done
   * @param more whether there may be more entries
   */
  private record Step(long position, boolean more) {}
}
