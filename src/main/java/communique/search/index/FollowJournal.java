package communique.search.index;

import communique.archive.imports.ImportJobs;
import communique.briefing.index.IndexGeneration;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.journal.Lane;
import communique.journal.index.IndexGenerations;
import communique.journal.index.IndexRequests;
import communique.journal.index.RefusedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private static final int FILLED_AT_ONCE = 2_000;

  @Inject private Journal journal;
  @Inject private IndexRequests requests;
  @Inject private RefusedDocuments refused;
  @Inject private IndexGenerations generations;
  @Inject private ImportJobs jobs;
  @Inject private WriteBriefings writeBriefings;
  @Inject private OlderSchemas olderSchemas;

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
   * Takes the next step.
   *
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  @Transactional(rollbackOn = IOException.class)
  Outcome step(UUID id) throws IOException {
    Journal.Reached reached = journal.claim(IndexGeneration.follower(id)).orElse(null);
    if (reached == null) {
      return Outcome.WAITING;
    }
    // Under the claim: before it, another node may have filled on.
    IndexGeneration generation = generations.find(id).orElseThrow();
    return generation.fill().isComplete()
        ? follow(generation, reached)
        : fill(generation, reached.requested());
  }

  /**
   * Fills in the next briefings. What they are now is at least what they were at the position from
   * which the journal is followed afterwards.
   */
  private Outcome fill(IndexGeneration generation, long position) throws IOException {
    if (!isImportsTurn()) {
      return Outcome.WAITING;
    }
    long start = System.nanoTime();
    List<UUID> briefings = generations.toFill(generation.fill(), FILLED_AT_ONCE);
    writeBriefings.write(
        generation,
        briefings.stream()
            .map(each -> new Changed(each, position, Optional.of(position), true))
            .toList());
    generations.filled(generation, briefings, briefings.size() < FILLED_AT_ONCE);
    importsTurn.ended(Duration.ofNanos(System.nanoTime() - start));
    return Outcome.MORE;
  }

  private Outcome follow(IndexGeneration generation, Journal.Reached reached) throws IOException {
    retry(generation);
    Step single = take(generation, Lane.SINGLE, reached.single());
    Step requested = takeRequested(generation, reached.requested());
    boolean turn = !single.more() && !requested.more() && isImportsTurn();
    Step imported =
        turn ? takeImported(generation, reached.imported()) : new Step(reached.imported(), true);
    Journal.Reached now =
        new Journal.Reached(single.position(), imported.position(), requested.position());
    if (!now.equals(reached)) {
      journal.advance(IndexGeneration.follower(generation.id()), now);
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

  private void retry(IndexGeneration generation) throws IOException {
    List<RefusedDocuments.Due> due = refused.due(generation.id(), AT_ONCE);
    if (!due.isEmpty()) {
      writeBriefings.write(generation, due.stream().map(Changed::by).toList());
    }
  }

  private Step takeRequested(IndexGeneration generation, long position) throws IOException {
    List<IndexRequests.Request> asked = requests.after(position, AT_ONCE);
    if (asked.isEmpty()) {
      return new Step(position, false);
    }
    writeBriefings.write(
        generation, asked.stream().map(request -> Changed.by(request, position)).toList());
    return new Step(asked.get(asked.size() - 1).position(), asked.size() == AT_ONCE);
  }

  private Step takeImported(IndexGeneration generation, long position) throws IOException {
    long start = System.nanoTime();
    Step step = take(generation, Lane.IMPORTED, position);
    importsTurn.ended(Duration.ofNanos(System.nanoTime() - start));
    return step;
  }

  private Step take(IndexGeneration generation, Lane lane, long position) throws IOException {
    List<Journal.Numbered> entries = journal.after(lane, position, AT_ONCE);
    if (entries.isEmpty()) {
      return new Step(position, false);
    }
    writeBriefings.write(generation, Changed.by(entries));
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
