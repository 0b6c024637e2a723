package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.get.Feature;
import co.elastic.clients.transport.TransportException;
import communique.search.server.Queries;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The indices that other releases made, with a schema of another number. This one neither searches
 * nor writes them; but what the law takes away must not be left in them.
 */
@ApplicationScoped
class OlderSchemas {
  private static final System.Logger LOG = System.getLogger(OlderSchemas.class.getName());

  private static final int AT_ONCE = 1_000;

  private static final List<String> THEIRS =
      Stream.concat(
              Stream.of(Shelf.OF_ANY_SCHEMA),
              Arrays.stream(Shelf.values()).map(shelf -> "-" + shelf.indices()))
          .toList();

  @Inject private SearchServer server;

  /**
   * Takes briefings out of them. A release that still writes them puts back what it may show.
   *
   * @throws IOException when Elasticsearch does not answer
   */
  void forget(Collection<UUID> briefings) throws IOException {
    try {
      boolean whole = areWhole();
      String failure = whole ? refresh() : "parts of them are missing";
      List<Hit<Void>> found = find(briefings, whole);
      while (!found.isEmpty()) {
        String kept = delete(found);
        failure = kept.isEmpty() ? failure : kept;
        found = kept.isEmpty() && found.size() == AT_ONCE ? find(briefings, whole) : List.of();
      }
      failure = failure.isEmpty() ? closed() : failure;
      if (!failure.isEmpty()) {
        remain(briefings, failure);
      }
    } catch (ElasticsearchException | TransportException e) {
      // It answers, be it in a way that cannot be read when no part is there at all. Indices of
      // which a part is missing must not stop those that serve.
      remain(briefings, "" + e.getMessage());
    }
  }

  // What is asked of all parts would wait for those that are missing, and with it those that serve.
  private boolean areWhole() throws IOException {
    return server.client().cluster().health(health -> health.index(THEIRS)).status()
        != HealthStatus.Red;
  }

  // What was written a moment ago is not found before. Says what is not found even so.
  private String refresh() throws IOException {
    ShardStatistics shards =
        server.client().indices().refresh(refresh -> refresh.index(THEIRS)).shards();
    return shards == null || shards.failed().intValue() == 0
        ? ""
        : shards.failed() + " parts of them cannot be refreshed";
  }

  // What is closed is neither searched nor told to be left out.
  private String closed() throws IOException {
    Set<String> closed =
        server
            .client()
            .indices()
            .get(
                get ->
                    get.index(THEIRS)
                        .expandWildcards(ExpandWildcard.Closed)
                        .features(Feature.Aliases))
            .result()
            .keySet();
    return closed.isEmpty() ? "" : "closed: " + closed;
  }

  private static void remain(Collection<UUID> briefings, String why) {
    LOG.log(
        System.Logger.Level.ERROR,
        "what was erased may still be in indices of an older schema: delete these. "
            + briefings
            + ", "
            + why);
  }

  private List<Hit<Void>> find(Collection<UUID> briefings, boolean whole) throws IOException {
    List<String> ids = briefings.stream().map(UUID::toString).toList();
    return server
        .client()
        .search(
            search ->
                search
                    .index(THEIRS)
                    .allowPartialSearchResults(!whole)
                    .query(Queries.isOneOf("briefing", ids))
                    .size(AT_ONCE)
                    .source(source -> source.fetch(false)),
            Void.class)
        .hits()
        .hits();
  }

  // Why one of them cannot be deleted; empty when all are gone.
  private String delete(List<Hit<Void>> found) throws IOException {
    List<BulkOperation> deletions =
        found.stream()
            .map(
                hit ->
                    BulkOperation.of(
                        operation ->
                            operation.delete(gone -> gone.index(hit.index()).id(hit.id()))))
            .toList();
    return server
        .client()
        .bulk(bulk -> bulk.operations(deletions).refresh(Refresh.True))
        .items()
        .stream()
        .flatMap(item -> Stream.ofNullable(item.error()))
        .map(error -> error.type() + ": " + error.reason())
        .findFirst()
        .orElse("");
  }
}
