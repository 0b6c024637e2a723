package communique.search;

import communique.access.Caller;
import communique.archive.Versions;
import communique.archive.Versions.Shown;
import communique.archive.imports.ImportJobs;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.journal.Journal;
import communique.journal.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings the indices up to the journal, some entries at a time.
 *
 * <p>An entry says only which briefing changed; what is indexed is the briefing as it is now, so
 * that order does not matter and repeating does no harm. The position reached is kept in the
 * database under the identity of the indices: indices that were lost and made anew have none, and
 * are filled from the beginning.
 *
 * <p>What was handed over singly comes first; what imports brought in comes after it and gives way
 * while an import is at work ({@link ImportsTurn}).
 */
@ApplicationScoped
class FollowJournal {
  private static final String FOLLOWER = "search-index:";
  private static final int AT_ONCE = 500;

  /** Briefings in memory: each text of one may have some megabytes. */
  private static final int READ_AT_ONCE = 16;

  @Inject private Journal journal;
  @Inject private ImportJobs jobs;
  @Inject private Versions versions;
  @Inject private Indices indices;
  @Inject private SearchServer server;
  @Inject private IndexLag lag;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;

  private final ImportsTurn importsTurn = new ImportsTurn(System::nanoTime);

  /**
   * Takes the next step. While one node does, the others have nothing to do.
   *
   * @return whether there may be more to do at once
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  @Transactional(rollbackOn = IOException.class)
  boolean step() throws IOException {
    if (!names.areKnown()) {
      // What is indexed now would say of nobody that a text names them.
      return false;
    }
    Indices.Generation generation = indices.ready();
    String follower = FOLLOWER + generation.identity();
    lag.follows(follower);
    Journal.Reached reached = journal.claim(follower).orElse(null);
    if (reached == null) {
      return false;
    }
    if (reached.equals(Journal.Reached.NOTHING) && indices.areFilled()) {
      indices.discard();
      return true;
    }
    Step single = take(Lane.SINGLE, reached.single());
    boolean turn = !single.more() && (importsTurn.hasCome() || !jobs.areAtWork());
    Step imported = turn ? takeImported(reached.imported()) : new Step(reached.imported(), true);
    Journal.Reached now = new Journal.Reached(single.position(), imported.position());
    if (!now.equals(reached)) {
      journal.advance(follower, now);
    }
    if (!imported.more() && !generation.searched()) {
      indices.publish();
    }
    return single.more() || (turn && imported.more());
  }

  private Step takeImported(long position) throws IOException {
    long start = System.nanoTime();
    Step step = take(Lane.IMPORTED, position);
    importsTurn.ended(Duration.ofNanos(System.nanoTime() - start));
    return step;
  }

  private Step take(Lane lane, long position) throws IOException {
    List<Journal.Numbered> entries = journal.after(lane, position, AT_ONCE);
    if (entries.isEmpty()) {
      return new Step(position, false);
    }
    index(entries);
    return new Step(entries.get(entries.size() - 1).position(), entries.size() == AT_ONCE);
  }

  /**
   * A step in a lane.
   *
   * @param position of the last entry that is done
   * @param more whether there may be more entries
   */
  private record Step(long position, boolean more) {}

  private void index(List<Journal.Numbered> entries) throws IOException {
    Map<UUID, Changed> changed = new LinkedHashMap<>();
    for (Journal.Numbered numbered : entries) {
      changed.merge(briefing(numbered), Changed.by(numbered), Changed::then);
    }
    List<Changed> all = List.copyOf(changed.values());
    BulkWriter writer = new BulkWriter(server.client());
    for (int i = 0; i < all.size(); i += READ_AT_ONCE) {
      index(all.subList(i, Math.min(all.size(), i + READ_AT_ONCE)), writer);
    }
    writer.flush();
  }

  /**
   * What happened to a briefing.
   *
   * @param last whatever it was
   * @param open the last of what everybody may know
   * @param isNew whether no index can have anything of it
   */
  private record Changed(Journal.Numbered last, Optional<Journal.Numbered> open, boolean isNew) {
    static Changed by(Journal.Numbered numbered) {
      return new Changed(
          numbered,
          Optional.of(numbered).filter(each -> each.entry().open()),
          numbered.entry().isFirstOfBriefing());
    }

    Changed then(Changed next) {
      return new Changed(next.last, next.open.or(() -> open), isNew);
    }

    UUID briefing() {
      return FollowJournal.briefing(last);
    }
  }

  // When an embargo ends between the two reads, the entry of its release is still to come.
  private void index(List<Changed> all, BulkWriter writer) throws IOException {
    List<UUID> briefings = all.stream().map(Changed::briefing).toList();
    Naming naming = new Naming(names, decisions.of(briefings));
    Map<UUID, List<Shown>> newest = versions.allCurrent(briefings, Caller.INDEX.visibility());
    Map<UUID, List<Shown>> waiting = new HashMap<>(newest);
    waiting
        .values()
        .removeIf(editions -> editions.stream().map(Shown::stored).allMatch(Stored::open));
    Map<UUID, List<Shown>> open = new HashMap<>(newest);
    open.keySet().removeAll(waiting.keySet());
    if (!waiting.isEmpty()) {
      open.putAll(versions.allCurrent(waiting.keySet(), Caller.ANONYMOUS.visibility()));
    }
    for (Changed changed : all) {
      List<Shown> shown = open.getOrDefault(changed.briefing(), List.of());
      List<Shown> kept = waiting.getOrDefault(changed.briefing(), List.of());
      // What nobody may know of leaves the public index as it is: even the same text written again
      // would change how often its words are counted, and so the order of what anybody finds.
      if (changed.open().isPresent()) {
        write(Shelf.PUBLIC, shown, naming, changed.open().get(), changed.isNew(), writer);
      }
      write(Shelf.RESTRICTED, kept, naming, changed.last(), changed.isNew(), writer);
      writer.flushWhenFull(size(shown) + size(kept));
    }
  }

  private void write(
      Shelf shelf,
      List<Shown> editions,
      Naming naming,
      Journal.Numbered cause,
      boolean isNew,
      BulkWriter writer) {
    if (!editions.isEmpty() || !isNew) {
      String id = BriefingDocument.id(briefing(cause));
      writer.write(shelf, id, document(editions, naming, shelf), cause.position());
    }
  }

  private static UUID briefing(Journal.Numbered numbered) {
    return numbered.entry().edition().briefing();
  }

  private Optional<JsonObject> document(List<Shown> editions, Naming naming, Shelf shelf) {
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    List<Version> all = editions.stream().map(each -> each.stored().version()).toList();
    Instant changed = editions.stream().map(Shown::since).max(Instant::compareTo).orElseThrow();
    return Optional.of(BriefingDocument.of(all, changed, recalled(all), naming, shelf));
  }

  private RecalledFiles recalled(List<Version> editions) {
    boolean without =
        editions.stream()
            .allMatch(version -> RecalledFiles.NONE.shownFiles(version.content()).isEmpty());
    return without
        ? RecalledFiles.NONE
        : versions.recalled(editions.get(0).briefing().id(), Caller.INDEX.visibility());
  }

  private static int size(List<Shown> editions) {
    return editions.stream().mapToInt(found -> found.stored().content().length).sum();
  }
}
