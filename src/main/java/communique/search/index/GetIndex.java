package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch.cluster.health.IndexHealthStats;
import co.elastic.clients.elasticsearch.core.CountResponse;
import communique.access.Caller;
import communique.briefing.Refusal;
import communique.briefing.index.IndexGeneration;
import communique.database.NeedsDatabase;
import communique.journal.Lane;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how the index is, for those who keep the archive. */
@NeedsDatabase
@ApplicationScoped
public class GetIndex {
  @Inject private GenerationWork work;
  @Inject private IndexGauges gauges;
  @Inject private IndexLag lag;
  @Inject private CompareIndex compareIndex;
  @Inject private SearchServer server;

  /**
   * The index as it is now.
   *
   * @throws Refusal when the caller is not an administrator
   */
  public IndexReport get(Caller caller) {
    caller.mustAdminister();
    GenerationWork.Now now = work.now();
    return new IndexReport(
        Shelf.SCHEMA,
        now.serving().map(this::held),
        now.filling().map(this::held),
        lag.of(Lane.SINGLE),
        lag.of(Lane.IMPORTED),
        lag.ofRequests(),
        lag.ofNames(),
        gauges.parked(),
        compareIndex.last(caller));
  }

  private IndexReport.Held held(IndexGeneration generation) {
    List<IndexReport.Index> indices = new ArrayList<>();
    try {
      Map<String, IndexHealthStats> there =
          server
              .client()
              .cluster()
              .health(
                  health ->
                      health
                          // By patterns: it would wait for one that is named and not there.
                          .index(List.of(Shelf.PUBLIC.indices(), Shelf.RESTRICTED.indices()))
                          .level(Level.Indices))
              .indices();
      for (Shelf shelf : Shelf.values()) {
        String name = shelf.index(generation);
        Optional.ofNullable(there.get(name))
            .ifPresent(health -> indices.add(index(name, health, documents(name))));
      }
    } catch (IOException | ElasticsearchException e) {
      // That it does not answer is told by there being no indices.
      return new IndexReport.Held(generation, List.of());
    }
    return new IndexReport.Held(generation, indices);
  }

  private static IndexReport.Index index(
      String name, IndexHealthStats health, @Nullable Long documents) {
    return new IndexReport.Index(
        name,
        health.status().jsonValue(),
        health.numberOfShards(),
        health.numberOfReplicas(),
        documents);
  }

  private @Nullable Long documents(String index) {
    try {
      CountResponse count = server.client().count(request -> request.index(index));
      return count.shards().failed().intValue() > 0 ? null : count.count();
    } catch (IOException | ElasticsearchException e) {
      return null;
    }
  }
}
