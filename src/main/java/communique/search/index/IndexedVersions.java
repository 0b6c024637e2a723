package communique.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.json.JsonData;
import communique.search.server.SearchServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which documents are in an index, and in which version. Its methods throw IOException when
 * Elasticsearch does not answer and {@link ElasticsearchException} when it refuses.
 */
@ApplicationScoped
class IndexedVersions {
  @Inject private SearchServer server;

  /** The next documents by briefing, as searches see them. */
  Map<UUID, Long> after(String index, UUID briefing, int limit) throws IOException {
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .query(
                        query ->
                            query.range(
                                range ->
                                    range.term(
                                        term -> term.field("briefing").gt(briefing.toString()))))
                    .sort(by -> by.field(field -> field.field("briefing").order(SortOrder.Asc)))
                    .size(limit)
                    .version(true)
                    .allowPartialSearchResults(false)
                    .source(source -> source.fetch(false)));
    Map<UUID, Long> versions = new LinkedHashMap<>();
    server
        .client()
        .search(request, JsonData.class)
        .hits()
        .hits()
        .forEach(
            hit -> {
              if (hit.id() != null && hit.version() != null) {
                versions.put(UUID.fromString(hit.id()), hit.version());
              }
            });
    return versions;
  }

  /** Those of the briefings that have a document, as they are at this instant. */
  Map<UUID, Long> of(String index, List<UUID> briefings) throws IOException {
    Map<UUID, Long> versions = new HashMap<>();
    if (briefings.isEmpty()) {
      return versions;
    }
    MgetRequest request =
        MgetRequest.of(
            get ->
                get.index(index)
                    .ids(briefings.stream().map(BriefingDocument::id).toList())
                    .source(source -> source.fetch(false)));
    for (MultiGetResponseItem<JsonData> item :
        server.client().mget(request, JsonData.class).docs()) {
      if (item.isFailure()) {
        throw new IOException("a part of the index cannot be read: " + index);
      }
      GetResult<JsonData> document = item.result();
      if (document.found() && document.version() != null) {
        versions.put(UUID.fromString(document.id()), document.version());
      }
    }
    return versions;
  }
}
