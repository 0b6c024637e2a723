package communique.search.index;

import communique.briefing.index.IndexComparison;
import communique.briefing.index.IndexGeneration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the index is.
 *
 * @param schema the number of its schema, {@code editions-vN.json}
 * @param serving to which searches go; none before the first was filled
 * @param filling which is to serve next; none while nothing is rebuilt
 * @param single how long the oldest change waits that came by itself
 * @param imported how long the oldest change waits that an import brought in
 * @param requested how long briefings wait that are asked to be indexed again
 * @param names how long the oldest change of a name waits for texts that have it to be found
 * @param parked how many documents Elasticsearch refused time and again
 * @param comparison the last one with the record
 */
public record IndexReport(
    int schema,
    Optional<Held> serving,
    Optional<Held> filling,
    Duration single,
    Duration imported,
    Duration requested,
    Duration names,
    long parked,
    Optional<IndexComparison> comparison) {

  /**
   * A pair of indices.
   *
   * @param indices as Elasticsearch tells them; none while it does not answer
   */
  public record Held(IndexGeneration generation, List<Index> indices) {}

  /**
   * An index in Elasticsearch.
   *
   * @param health green; yellow when replicas are missing; red when a part of it cannot be searched
   * @param documents how many briefings are in it; absent when not all of it can be counted
   */
  public record Index(
      String name, String health, int shards, int replicas, @Nullable Long documents) {}
}
