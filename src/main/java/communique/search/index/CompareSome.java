package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import communique.briefing.index.IndexComparison.Difference;
import communique.briefing.index.IndexComparison.Sort;
import communique.briefing.index.IndexGeneration;
import communique.journal.Journal;
import communique.journal.index.IndexComparisons;
import communique.journal.index.IndexComparisons.Demand;
import communique.journal.index.IndexRequests;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the serving indices against the record, some briefings at a time. A step is taken under the
 * claim to follow the journal: nobody writes into the indices meanwhile, and what they do not
 * follow yet is told by the positions, so that writes that go on are not taken for differences.
 */
@ApplicationScoped
class CompareSome {
  private static final int AT_ONCE = 200;

  @Inject private Journal journal;
  @Inject private IndexComparisons comparisons;
  @Inject private IndexRequests requests;
  @Inject private WriteBriefings writeBriefings;
  @Inject private IndexedVersions indexed;

  /**
   * Takes the next step of the comparison that is asked for, if one is.
   *
   * @return whether there may be more to do at once
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  @Transactional(rollbackOn = IOException.class)
  boolean step(IndexGeneration generation) throws IOException {
    IndexComparisons.Running run = comparisons.running(generation.id()).orElse(null);
    Optional<Journal.Reached> reached =
        run == null ? Optional.empty() : journal.claim(IndexGeneration.follower(generation.id()));
    if (run == null || reached.isEmpty()) {
      return false;
    }
    // Under the claim: before it, another node may have gone on.
    run = comparisons.running(generation.id()).orElse(null);
    return run != null && compare(generation, run, reached.get());
  }

  private boolean compare(
      IndexGeneration generation, IndexComparisons.Running run, Journal.Reached reached)
      throws IOException {
    try {
      List<Demand> record = comparisons.next(run.to(), AT_ONCE, reached);
      Map<Shelf, Map<UUID, Long>> there = new EnumMap<>(Shelf.class);
      for (Shelf shelf : Shelf.values()) {
        there.put(shelf, indexed.after(shelf.index(generation), run.to(), AT_ONCE));
      }
      UUID to = end(record, there);
      Stretch stretch = new Stretch(generation, until(to, record), until(to, there));
      List<Difference> found = differences(stretch);
      if (run.mending()) {
        mend(found);
      }
      comparisons.add(run.id(), to, stretch.record().size(), found);
      return to != null;
    } catch (ElasticsearchException | IllegalArgumentException e) {
      // It is refused, or a document has an identity that none of ours has: so it would be again.
      comparisons.fail(run.id(), "the index cannot be read: " + e.getMessage());
      return false;
    }
  }

  /**
   * A part of record and indices that is compared at once.
   *
   * @param record what the record demands, by briefing
   * @param there the versions in the index, by briefing
   */
  private record Stretch(
      IndexGeneration generation, Map<UUID, Demand> record, Map<Shelf, Map<UUID, Long>> there) {}

  /** Up to where all three have been read; absent when all were read to their ends. */
  private static @Nullable UUID end(List<Demand> record, Map<Shelf, Map<UUID, Long>> there) {
    Stream<String> ends =
        Stream.concat(
                Stream.of(record.stream().map(Demand::briefing).toList()),
                there.values().stream().map(versions -> List.copyOf(versions.keySet())))
            .filter(briefings -> briefings.size() == AT_ONCE)
            .map(briefings -> briefings.get(AT_ONCE - 1).toString());
    // As text: in the order of Java's UUIDs the higher half would come before the lower one.
    return ends.sorted().findFirst().map(UUID::fromString).orElse(null);
  }

  private static Map<UUID, Demand> until(@Nullable UUID to, List<Demand> record) {
    return record.stream()
        .filter(demand -> isUntil(to, demand.briefing()))
        .collect(Collectors.toMap(Demand::briefing, Function.identity()));
  }

  private static Map<Shelf, Map<UUID, Long>> until(
      @Nullable UUID to, Map<Shelf, Map<UUID, Long>> there) {
    there.values().forEach(versions -> versions.keySet().removeIf(id -> !isUntil(to, id)));
    return there;
  }

  private static boolean isUntil(@Nullable UUID to, UUID briefing) {
    return to == null || briefing.toString().compareTo(to.toString()) <= 0;
  }

  private List<Difference> differences(Stretch stretch) throws IOException {
    Map<UUID, WriteBriefings.Wanted> wanted =
        stretch.record().isEmpty() ? Map.of() : writeBriefings.wanted(stretch.record().keySet());
    long newest = comparisons.lastPosition();
    List<Difference> all = new ArrayList<>();
    for (Shelf shelf : Shelf.values()) {
      Map<UUID, Long> there = stretch.there().getOrDefault(shelf, Map.of());
      Set<UUID> briefings = new HashSet<>(stretch.record().keySet());
      briefings.addAll(there.keySet());
      List<Asked> asked =
          briefings.stream()
              .map(each -> asked(shelf, each, stretch.record().get(each), wanted))
              .flatMap(Optional::stream)
              .filter(each -> each.differs(there.get(each.briefing()), newest).isPresent())
              .toList();
      // A search does not see yet what was written within the last half second: look again.
      Map<UUID, Long> now =
          indexed.of(
              shelf.index(stretch.generation()), asked.stream().map(Asked::briefing).toList());
      asked.stream()
          .map(each -> each.differs(now.get(each.briefing()), newest))
          .flatMap(Optional::stream)
          .forEach(all::add);
    }
    return all;
  }

  private static Optional<Asked> asked(
      Shelf shelf, UUID briefing, @Nullable Demand demand, Map<UUID, WriteBriefings.Wanted> all) {
    if (demand == null) {
      return Optional.of(new Asked(briefing, shelf, null));
    }
    if (demand.waiting()) {
      return Optional.empty();
    }
    WriteBriefings.Wanted wanted = all.getOrDefault(briefing, WriteBriefings.Wanted.NOTHING);
    boolean there = !(shelf == Shelf.PUBLIC ? wanted.shown() : wanted.kept()).isEmpty();
    long position = shelf == Shelf.PUBLIC ? demand.open() : demand.last();
    return Optional.of(new Asked(briefing, shelf, there ? position : null));
  }

  /**
   * What is asked of the index.
   *
   * @param expected the version that the document must have at least; absent when there must be
   *     none
   */
  private record Asked(UUID briefing, Shelf shelf, @Nullable Long expected) {
    /**
     * How the index differs from it.
     *
     * @param found the version of the document; absent when there is none
     * @param newest the last position there is in the record
     */
    Optional<Difference> differs(@Nullable Long found, long newest) {
      return sort(found, newest)
          .map(sort -> new Difference(briefing, shelf == Shelf.PUBLIC, sort, expected, found));
    }

    private Optional<Sort> sort(@Nullable Long found, long newest) {
      if (found == null) {
        return expected == null ? Optional.empty() : Optional.of(Sort.MISSING);
      }
      if (found > newest) {
        return Optional.of(Sort.AHEAD);
      }
      if (expected == null) {
        return Optional.of(Sort.SURPLUS);
      }
      return found < expected ? Optional.of(Sort.OUTDATED) : Optional.empty();
    }
  }

  // What differs in the restricted index alone leaves the public one as it is.
  private void mend(List<Difference> found) {
    Map<Boolean, Set<UUID>> byOpen =
        found.stream()
            .filter(difference -> difference.sort() != Sort.AHEAD)
            .collect(
                Collectors.partitioningBy(
                    Difference::open,
                    Collectors.mapping(Difference::briefing, Collectors.toSet())));
    byOpen.forEach((open, briefings) -> requests.ask(briefings, open));
  }
}
