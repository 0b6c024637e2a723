package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import communique.search.server.Queries;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

  @Inject private SearchServer server;

  /**
   * Takes briefings out of them. A release that still writes them puts back what it may show.
   *
   * @throws IOException when Elasticsearch does not answer
   */
  void forget(Collection<UUID> briefings) throws IOException {
    try {
      List<Hit<Void>> found = find(briefings);
      while (!found.isEmpty()) {
        String failure = delete(found);
        if (!failure.isEmpty()) {
          remain(briefings, failure);
          return;
        }
        found = found.size() < AT_ONCE ? List.of() : find(briefings);
      }
    } catch (ElasticsearchException e) {
      // Indices that somebody has closed must not stop those that serve.
      remain(briefings, "" + e.getMessage());
    }
  }

  private static void remain(Collection<UUID> briefings, String why) {
    LOG.log(
        System.Logger.Level.ERROR,
        "what was erased may still be in indices of an older schema: delete these. "
            + briefings
            + ", "
            + why);
  }

  private List<Hit<Void>> find(Collection<UUID> briefings) throws IOException {
    List<String> theirs =
        Stream.concat(
                Stream.of(Shelf.OF_ANY_SCHEMA),
                Arrays.stream(Shelf.values()).map(shelf -> "-" + shelf.indices()))
            .toList();
    // What was written a moment ago is not found before.
    server.client().indices().refresh(refresh -> refresh.index(theirs));
    List<String> ids = briefings.stream().map(UUID::toString).toList();
    return server
        .client()
        .search(
            search ->
                search
                    .index(theirs)
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
