package communique.search;

import communique.access.Caller;
import communique.archive.Versions;
import communique.archive.imports.ImportJobs;
import communique.briefing.EditionId;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.journal.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the indices up to the journal, some entries at a time.
 *
 * <p>An entry says only which edition changed; what is indexed is the edition as it is now, so that
 * order does not matter and repeating does no harm. The position reached is kept in the database
 * under the identity of the indices: indices that were lost and made anew have none, and are filled
 * from the beginning.
 *
 * <p>What was handed over singly comes first; what imports brought in comes after it and gives way
 * while an import is at work ({@link ImportsTurn}).
 */
@ApplicationScoped
class FollowJournal {
  private static final String FOLLOWER = "search-index:";
  private static final int AT_ONCE = 500;

  /** Texts in memory: each may have some megabytes. */
  private static final int READ_AT_ONCE = 16;

  @Inject private Journal journal;
  @Inject private ImportJobs jobs;
  @Inject private Versions versions;
  @Inject private Indices indices;
  @Inject private SearchServer server;
  @Inject private IndexLag lag;

  private final ImportsTurn importsTurn = new ImportsTurn(System::nanoTime);

  /**
   * Takes the next step. While one node does, the others have nothing to do.
   *
   * @return whether there may be more to do at once
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  @Transactional(rollbackOn = IOException.class)
  boolean step() throws IOException {
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
    Map<EditionId, Changed> changed = new LinkedHashMap<>();
    for (Journal.Numbered numbered : entries) {
      changed.merge(edition(numbered.entry()), Changed.by(numbered), Changed::then);
    }
    List<Changed> all = List.copyOf(changed.values());
    BulkWriter writer = new BulkWriter(server.client());
    for (int i = 0; i < all.size(); i += READ_AT_ONCE) {
      index(all.subList(i, Math.min(all.size(), i + READ_AT_ONCE)), writer);
    }
    writer.flush();
  }

  /**
   * What happened to an edition.
   *
   * @param last whatever it was
   * @param open the last of what everybody may know
   */
  private record Changed(Journal.Numbered last, Optional<Journal.Numbered> open) {
    static Changed by(Journal.Numbered numbered) {
      return new Changed(numbered, Optional.of(numbered).filter(each -> each.entry().open()));
    }

    Changed then(Changed next) {
      return new Changed(next.last, next.open.or(() -> open));
    }

    EditionId edition() {
      return FollowJournal.edition(last.entry());
    }
  }

  // When an embargo ends between the two reads, the entry of its release is still to come.
  private void index(List<Changed> all, BulkWriter writer) throws IOException {
    List<EditionId> editions = all.stream().map(Changed::edition).toList();
    Map<EditionId, Stored> newest = versions.current(editions, Caller.INDEX.visibility());
    Map<EditionId, Stored> waiting = new HashMap<>(newest);
    waiting.values().removeIf(Stored::open);
    Map<EditionId, Stored> open = new HashMap<>(newest);
    open.keySet().removeAll(waiting.keySet());
    if (!waiting.isEmpty()) {
      open.putAll(versions.current(waiting.keySet(), Caller.ANONYMOUS.visibility()));
    }
    for (Changed changed : all) {
      Optional<Stored> shown = Optional.ofNullable(open.get(changed.edition()));
      Optional<Stored> kept = Optional.ofNullable(waiting.get(changed.edition()));
      // What nobody may know of leaves the public index as it is: even the same text written again
      // would change how often its words are counted, and so the order of what anybody finds.
      if (changed.open().isPresent()) {
        write(Shelf.PUBLIC, shown, changed.open().get(), writer);
      }
      write(Shelf.RESTRICTED, kept, changed.last(), writer);
      writer.flushWhenFull(size(shown) + size(kept));
    }
  }

  // Of an edition that is new, no index has anything that would have to be taken out.
  private void write(
      Shelf shelf, Optional<Stored> stored, Journal.Numbered cause, BulkWriter writer) {
    if (stored.isPresent() || !cause.entry().isFirst()) {
      EditionId edition = edition(cause.entry());
      String id = EditionDocument.id(edition.briefing(), edition.language());
      writer.write(shelf, id, document(stored, shelf), cause.position());
    }
  }

  private static EditionId edition(Entry entry) {
    return new EditionId(entry.edition().briefing(), entry.edition().language());
  }

  private Optional<JsonObject> document(Optional<Stored> stored, Shelf shelf) {
    return stored
        .map(Stored::version)
        .map(version -> EditionDocument.of(version, recalled(version), shelf));
  }

  private RecalledFiles recalled(Version version) {
    return RecalledFiles.NONE.shownFiles(version.content()).isEmpty()
        ? RecalledFiles.NONE
        : versions.recalled(version.briefing().id(), Caller.INDEX.visibility());
  }

  private static int size(Optional<Stored> stored) {
    return stored.map(found -> found.content().length).orElse(0);
  }
}
