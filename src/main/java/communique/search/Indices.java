package communique.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.get.Feature;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The indices of this archive's schema and the aliases under which they are written and searched.
 */
@ApplicationScoped
class Indices {
  private static final System.Logger LOG = System.getLogger(Indices.class.getName());

  @Inject private SearchServer server;

  /**
   * The indices as they are now.
   *
   * @param identity changes whenever one of the two was made anew, and so must be filled from the
   *     beginning
   * @param searched whether searches go to them, or to those of a newer archive
   */
  record Generation(String identity, boolean searched) {}

  /**
   * Makes what is not there. Several nodes may do so at once.
   *
   * @throws IOException when Elasticsearch does not answer
   * @throws ElasticsearchException when it refuses
   */
  Generation ready() throws IOException {
    Map<String, IndexState> there = state();
    List<Shelf> absent =
        Arrays.stream(Shelf.values()).filter(shelf -> !there.containsKey(shelf.index())).toList();
    if (absent.isEmpty()) {
      return generation(there);
    }
    String schema = EditionsSchema.fittedTo(new ServerAnalysis(client())).toString();
    for (Shelf shelf : absent) {
      create(shelf, schema);
    }
    return generation(state());
  }

  /** Whether there is any document in them yet. */
  boolean areFilled() throws IOException {
    return client().count(count -> count.index(written())).count() > 0;
  }

  /** Deletes them, to be made and filled anew. */
  void discard() throws IOException {
    LOG.log(
        System.Logger.Level.WARNING,
        "the search indices hold what this database never wrote: they are deleted and filled anew");
    List<String> names = Arrays.stream(Shelf.values()).map(Shelf::index).toList();
    client().indices().delete(delete -> delete.index(names).ignoreUnavailable(true));
  }

  /** Lets searches go to them instead of those of an older schema, all at once. */
  void publish() throws IOException {
    Map<String, IndexState> there = state();
    List<Action> moves = new ArrayList<>();
    for (Shelf shelf : Shelf.values()) {
      String alias = shelf.searchedAs();
      there.forEach(
          (index, state) -> {
            if (state.aliases().containsKey(alias)) {
              moves.add(Action.of(move -> move.remove(from -> from.index(index).alias(alias))));
            }
          });
      moves.add(Action.of(move -> move.add(to -> to.index(shelf.index()).alias(alias))));
    }
    client().indices().updateAliases(update -> update.actions(moves));
    LOG.log(System.Logger.Level.INFO, "searches now use schema {0}", Shelf.SCHEMA);
  }

  private Map<String, IndexState> state() throws IOException {
    List<String> ours = Arrays.stream(Shelf.values()).map(Shelf::indices).toList();
    return client()
        .indices()
        .get(
            get ->
                get.index(ours)
                    .expandWildcards(ExpandWildcard.All)
                    .features(Feature.Aliases, Feature.Settings))
        .result();
  }

  private void create(Shelf shelf, String schema) throws IOException {
    try {
      client()
          .indices()
          .create(
              CreateIndexRequest.of(
                  create ->
                      create
                          .index(shelf.index())
                          .withJson(new StringReader(schema))
                          .aliases(shelf.writtenAs(), alias -> alias.isWriteIndex(true))));
      LOG.log(System.Logger.Level.INFO, "made the search index {0}", shelf.index());
    } catch (ElasticsearchException e) {
      // Another node was faster.
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  private static Generation generation(Map<String, IndexState> there) {
    String identity =
        Arrays.stream(Shelf.values())
            .map(shelf -> uuid(there.get(shelf.index())))
            .collect(Collectors.joining("+"));
    return new Generation(
        identity, Arrays.stream(Shelf.values()).allMatch(shelf -> isSearched(shelf, there)));
  }

  private static boolean isSearched(Shelf shelf, Map<String, IndexState> there) {
    return there.entrySet().stream()
        .filter(index -> index.getValue().aliases().containsKey(shelf.searchedAs()))
        .anyMatch(index -> shelf.schemaOf(index.getKey()) >= Shelf.SCHEMA);
  }

  private static String uuid(@Nullable IndexState state) {
    IndexSettings settings = state == null ? null : state.settings();
    IndexSettings index = settings == null ? null : settings.index();
    return Objects.requireNonNull(index == null ? null : index.uuid(), "an index has no identity");
  }

  private static List<String> written() {
    return Arrays.stream(Shelf.values()).map(Shelf::writtenAs).toList();
  }

  private ElasticsearchClient client() {
    return server.client();
  }
}
