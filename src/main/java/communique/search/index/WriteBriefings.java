package communique.search.index;

import communique.access.Caller;
import communique.archive.Versions;
import communique.archive.Versions.Shown;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.briefing.index.IndexGeneration;
import communique.journal.index.RefusedDocuments;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes briefings into indices as the record has them now, so that order does not matter and
 * repeating does no harm. Takes part in the caller's transaction.
 */
@ApplicationScoped
class WriteBriefings {
  private static final System.Logger LOG = System.getLogger(WriteBriefings.class.getName());

  /** Briefings in memory: each text may have some megabytes. */
  private static final int READ_AT_ONCE = 16;

  @Inject private Versions versions;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;
  @Inject private SearchServer server;
  @Inject private RefusedDocuments refusedDocuments;

  /** How often a document is sent that Elasticsearch refuses. */
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_TRIES", defaultValue = "3")
  private int tries;

  /**
   * Writes them. What Elasticsearch refuses is noted and passed over.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void write(IndexGeneration generation, List<Changed> all) throws IOException {
    BulkWriter writer = new BulkWriter(server.client(), generation);
    for (int i = 0; i < all.size(); i += READ_AT_ONCE) {
      write(all.subList(i, Math.min(all.size(), i + READ_AT_ONCE)), writer);
    }
    writer.flush();
    refusedDocuments.taken(generation.id(), writer.taken());
    for (BulkWriter.Refused refused : writer.refused()) {
      LOG.log(System.Logger.Level.ERROR, "Elasticsearch refused a document: " + refused.error());
      refusedDocuments.add(
          generation.id(), refused.key(), refused.position(), refused.error(), tries);
    }
  }

  /**
   * What the indices are to have of a briefing.
   *
   * @param shown its editions as everybody sees them
   * @param kept as those see them who see what is under embargo; none when that is the same
   */
  record Wanted(List<Shown> shown, List<Shown> kept) {
    static final Wanted NOTHING = new Wanted(List.of(), List.of());

    int size() {
      return size(shown) + size(kept);
    }

    private static int size(List<Shown> editions) {
      return editions.stream().mapToInt(found -> found.stored().content().length).sum();
    }
  }

  /**
   * What the indices are to have of briefings; those of which they are to have nothing are absent.
   */
  Map<UUID, Wanted> wanted(Collection<UUID> briefings) {
    // When an embargo ends between the two reads, the entry of its release is still to come.
    Map<UUID, List<Shown>> newest = versions.allCurrent(briefings, Caller.INDEX.visibility());
    List<UUID> waiting =
        newest.entrySet().stream()
            .filter(
                briefing -> !briefing.getValue().stream().map(Shown::stored).allMatch(Stored::open))
            .map(Map.Entry::getKey)
            .toList();
    Map<UUID, List<Shown>> shown =
        waiting.isEmpty() ? Map.of() : versions.allCurrent(waiting, Caller.ANONYMOUS.visibility());
    Map<UUID, Wanted> wanted = new HashMap<>();
    newest.forEach((briefing, editions) -> wanted.put(briefing, new Wanted(editions, List.of())));
    waiting.forEach(
        briefing ->
            wanted.put(
                briefing,
                new Wanted(
                    shown.getOrDefault(briefing, List.of()),
                    newest.getOrDefault(briefing, List.of()))));
    return wanted;
  }

  private void write(List<Changed> all, BulkWriter writer) throws IOException {
    List<UUID> briefings = all.stream().map(Changed::briefing).toList();
    Naming naming = new Naming(names, decisions.of(briefings));
    Map<UUID, Wanted> wanted = wanted(briefings);
    for (Changed changed : all) {
      Wanted briefing = wanted.getOrDefault(changed.briefing(), Wanted.NOTHING);
      // What nobody may know of leaves the public index as it is: even the same text written again
      // would change how often its words are counted, and so the order of what anybody finds.
      changed
          .open()
          .ifPresent(
              open ->
                  write(
                      Shelf.PUBLIC,
                      document(briefing.shown(), naming, Shelf.PUBLIC),
                      changed,
                      open,
                      writer));
      write(
          Shelf.RESTRICTED,
          document(briefing.kept(), naming, Shelf.RESTRICTED),
          changed,
          changed.last(),
          writer);
      writer.flushWhenFull(briefing.size());
    }
  }

  private static void write(
      Shelf shelf,
      Optional<JsonObject> document,
      Changed changed,
      long position,
      BulkWriter writer) {
    if (document.isPresent() || !changed.isNew()) {
      writer.write(shelf, changed.briefing(), document, position);
    }
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
}
