package communique.search.index;

import communique.access.Caller;
import communique.archive.Versions;
import communique.archive.Versions.Shown;
import communique.authority.ChangedAuthorities;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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

  /** A step that is not over within two minutes is taken back. */
  private static final Duration LONGEST_FILL = Duration.ofSeconds(20);

  @Inject private Versions versions;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;
  @Inject private SearchServer server;
  @Inject private RefusedDocuments refusedDocuments;
  @Inject private ChangedAuthorities authorities;
  @Inject private AskForIndexing askForIndexing;

  /** How often a document is sent that Elasticsearch refuses. */
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_TRIES", defaultValue = "3")
  private int tries;

  /**
   * Writes them. What Elasticsearch refuses is noted and passed over.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void write(Target target, List<Changed> all) throws IOException {
    write(target, all, BulkWriter.of(server.clientForLots(), target), () -> false);
  }

  /**
   * Writes what was refused.
   *
   * @throws IOException as when it was written first
   */
  void writeAgain(Target target, List<RefusedDocuments.Due> due) throws IOException {
    List<Changed> all = due.stream().map(Changed::by).toList();
    write(target, all, BulkWriter.again(server.clientForLots(), target), () -> false);
  }

  /**
   * Writes briefings of which the indices have nothing, as many as there is time for.
   *
   * @param position under which they are written
   * @return how many, of the first ones
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  int fill(Target target, List<UUID> briefings, long position) throws IOException {
    long start = System.nanoTime();
    return write(
        target,
        briefings.stream()
            .map(each -> new Changed(each, position, Optional.of(position), true))
            .toList(),
        BulkWriter.of(server.clientForLots(), target),
        () -> System.nanoTime() - start > LONGEST_FILL.toNanos());
  }

  private int write(Target target, List<Changed> all, BulkWriter writer, BooleanSupplier enough)
      throws IOException {
    long known = authorities.known();
    int written = 0;
    while (written < all.size() && !enough.getAsBoolean()) {
      int next = Math.min(all.size(), written + READ_AT_ONCE);
      write(all.subList(written, next), writer);
      written = next;
    }
    writer.flush();
    note(target.generation(), writer);
    if (authorities.announced() > known) {
      askAgain(all.subList(0, written));
    }
    return written;
  }

  private void note(IndexGeneration generation, BulkWriter writer) {
    refusedDocuments.taken(generation.id(), writer.taken());
    for (BulkWriter.Refused refused : writer.refused()) {
      LOG.log(System.Logger.Level.ERROR, "Elasticsearch refused a document: " + refused.error());
      refusedDocuments.add(
          generation.id(), refused.key(), refused.position(), refused.error(), tries);
    }
  }

  // Names are looked for by now that were not known here: see ChangedAuthorities.
  private void askAgain(List<Changed> written) {
    Map<Boolean, List<UUID>> byOpen =
        written.stream()
            .collect(
                Collectors.partitioningBy(
                    changed -> changed.open().isPresent(),
                    Collectors.mapping(Changed::briefing, Collectors.toList())));
    byOpen.forEach((open, briefings) -> askForIndexing.ask(briefings, open));
  }

  /**
   * What the indices are to have of a briefing.
   *
   * @param shown its editions as everybody sees them
   * @param kept as those see them who see what is under embargo; none when that is the same
   */
  record Wanted(List<Shown> shown, List<Shown> kept) {
    static final Wanted NOTHING = new Wanted(List.of(), List.of());
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
    Map<UUID, RecalledFiles> recalled =
        versions.recalled(wanted.keySet(), Caller.INDEX.visibility());
    for (Changed changed : all) {
      UUID id = changed.briefing();
      Wanted briefing = wanted.getOrDefault(id, Wanted.NOTHING);
      RecalledFiles files = recalled.getOrDefault(id, RecalledFiles.NONE);
      // What nobody may know of leaves the public index as it is: even the same text written again
      // would change how often its words are counted, and so the order of what anybody finds.
      if (changed.open().isPresent()) {
        long open = changed.open().get();
        var document = document(briefing.shown(), files, naming, Shelf.PUBLIC);
        write(Shelf.PUBLIC, document, changed, open, writer);
      }
      var document = document(briefing.kept(), files, naming, Shelf.RESTRICTED);
      write(Shelf.RESTRICTED, document, changed, changed.last(), writer);
    }
  }

  private static void write(
      Shelf shelf, Optional<JsonObject> document, Changed changed, long position, BulkWriter writer)
      throws IOException {
    if (document.isPresent() || !changed.isNew()) {
      writer.write(shelf, changed.briefing(), document, position);
    }
  }

  private static Optional<JsonObject> document(
      List<Shown> editions, RecalledFiles recalled, Naming naming, Shelf shelf) {
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    List<Version> all = editions.stream().map(each -> each.stored().version()).toList();
    Instant changed = editions.stream().map(Shown::since).max(Instant::compareTo).orElseThrow();
    return Optional.of(BriefingDocument.of(all, changed, recalled, naming, shelf));
  }
}
