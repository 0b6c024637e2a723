package communique.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.get.Feature;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import communique.briefing.index.IndexGeneration;
import communique.search.server.EditionsSchema;
import communique.search.server.IndexLayout;
import communique.search.server.SearchServer;
import communique.search.server.ServerAnalysis;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The indices of this archive's schema in Elasticsearch, and the aliases under which they are
 * written and searched. All of its methods throw IOException when Elasticsearch does not answer and
 * {@link ElasticsearchException} when it refuses.
 */
@ApplicationScoped
class Indices {
  private static final System.Logger LOG = System.getLogger(Indices.class.getName());

  @Inject private SearchServer server;
  @Inject private IndexLayout layout;

  /** What there is of this schema, but for how texts are analysed, which is most of it. */
  There there() throws IOException {
    List<String> ours = Arrays.stream(Shelf.values()).map(Shelf::indices).toList();
    return new There(
        client()
            .withTransportOptions(
                options -> options.setParameter("filter_path", "-*.settings.index.analysis"))
            .indices()
            .get(
                get ->
                    get.index(ours)
                        .expandWildcards(ExpandWildcard.All)
                        .features(Feature.Aliases, Feature.Settings))
            .result());
  }

  /**
   * Makes the indices of a generation, in the place of any that have their names.
   *
   * @return by what Elasticsearch knows them
   */
  String make(IndexGeneration generation) throws IOException {
    delete(Arrays.stream(Shelf.values()).map(shelf -> shelf.index(generation)).toList());
    String schema =
        EditionsSchema.fittedTo(new ServerAnalysis(client()), layout.settings()).toString();
    for (Shelf shelf : Shelf.values()) {
      client()
          .indices()
          .create(
              CreateIndexRequest.of(
                  create ->
                      create
                          .index(shelf.index(generation))
                          .withJson(new StringReader(schema))
                          .aliases(
                              shelf.writtenAs(generation), alias -> alias.isWriteIndex(true))));
      LOG.log(System.Logger.Level.INFO, "made the search index {0}", shelf.index(generation));
    }
    return there().identity(generation);
  }

  /**
   * Lets searches go to a generation instead of any other, to both of its indices at once.
   *
   * @throws IOException also when not all of it can be searched now
   */
  void publish(IndexGeneration generation) throws IOException {
    adjust(there(), generation);
    List<String> indices =
        Arrays.stream(Shelf.values()).map(shelf -> shelf.index(generation)).toList();
    ShardStatistics shards = client().indices().refresh(refresh -> refresh.index(indices)).shards();
    if (shards == null || shards.failed().intValue() > 0) {
      throw new IOException("a part of the new indices cannot be searched");
    }
    There there = there();
    List<Action> moves = new ArrayList<>();
    for (Shelf shelf : Shelf.values()) {
      String alias = shelf.searchedAs();
      for (String index : there.under(alias)) {
        moves.add(Action.of(move -> move.remove(from -> from.index(index).alias(alias))));
      }
      moves.add(Action.of(move -> move.add(to -> to.index(shelf.index(generation)).alias(alias))));
    }
    client().indices().updateAliases(update -> update.actions(moves));
    LOG.log(
        System.Logger.Level.INFO,
        "searches now use schema {0}, indices {1}",
        Shelf.SCHEMA,
        generation.number());
  }

  /** Gives indices that serve, or are about to, what the configuration says. */
  void adjust(There there, IndexGeneration generation) throws IOException {
    for (Shelf shelf : Shelf.values()) {
      IndexSettings settings = there.settings(shelf.index(generation));
      if (settings != null && !layout.isServing(settings)) {
        String wanted = layout.serving().toString();
        client()
            .indices()
            .putSettings(
                put -> put.index(shelf.index(generation)).withJson(new StringReader(wanted)));
      }
    }
  }

  /** Deletes indices. */
  void delete(Collection<String> names) throws IOException {
    if (!names.isEmpty()) {
      client().indices().delete(delete -> delete.index(List.copyOf(names)).ignoreUnavailable(true));
    }
  }

  private ElasticsearchClient client() {
    return server.client();
  }

  /** The indices as they were at one look. */
  record There(Map<String, IndexState> indices) {
    /** The identities of two indices. */
    private static final String BETWEEN = "+";

    /** Whether the indices of a generation are those that were made for it, both of them. */
    boolean has(IndexGeneration generation) {
      return shelves(generation).size() == Shelf.values().length;
    }

    /** Those whose index in a generation is the one that was made for it. */
    Set<Shelf> shelves(IndexGeneration generation) {
      String made = generation.identity();
      List<String> identities =
          made == null ? List.of() : List.of(made.split(Pattern.quote(BETWEEN), -1));
      return Arrays.stream(Shelf.values())
          .filter(shelf -> identities.contains(identity(shelf.index(generation))))
          .collect(Collectors.toSet());
    }

    /** Whether searches go to both indices of a generation, and to them alone. */
    boolean searches(IndexGeneration generation) {
      return Arrays.stream(Shelf.values())
          .allMatch(shelf -> under(shelf.searchedAs()).equals(Set.of(shelf.index(generation))));
    }

    /** The names of those that belong to none of the generations. */
    List<String> others(Collection<IndexGeneration> generations) {
      Set<String> theirs =
          generations.stream()
              .flatMap(each -> Arrays.stream(Shelf.values()).map(shelf -> shelf.index(each)))
              .collect(Collectors.toSet());
      return indices.keySet().stream().filter(name -> !theirs.contains(name)).toList();
    }

    private Set<String> under(String alias) {
      return indices.entrySet().stream()
          .filter(index -> index.getValue().aliases().containsKey(alias))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    private String identity(IndexGeneration generation) {
      return Arrays.stream(Shelf.values())
          .map(shelf -> identity(shelf.index(generation)))
          .collect(Collectors.joining(BETWEEN));
    }

    // Of one that is not there, what none has.
    private String identity(String index) {
      IndexSettings settings = settings(index);
      return settings == null ? "none" : String.valueOf(settings.uuid());
    }

    private @Nullable IndexSettings settings(String index) {
      IndexState state = indices.get(index);
      IndexSettings settings = state == null ? null : state.settings();
      return settings == null ? null : settings.index();
    }
  }
}
