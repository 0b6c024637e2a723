package communique.search.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.AnalyzeRequest;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Finds out by trying what a server can analyse with. */
public final class ServerAnalysis implements EditionsSchema.Server {
  private static final System.Logger LOG = System.getLogger(ServerAnalysis.class.getName());
  private static final int BAD_REQUEST = 400;

  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final ElasticsearchClient client;
  private final Map<String, Boolean> known = new HashMap<>();

  public ServerAnalysis(ElasticsearchClient client) {
    this.client = client;
  }

  @Override
  public boolean hasAnalyzer(String name) {
    return has(
        "analyzer " + name, AnalyzeRequest.of(request -> request.analyzer(name).text("word")));
  }

  @Override
  public boolean hasFilter(String name) {
    return has(
        "filter " + name,
        AnalyzeRequest.of(
            request ->
                request
                    .tokenizer(by -> by.name("standard"))
                    .filter(by -> by.name(name))
                    .text("a")));
  }

  @Override
  public boolean canFilter(String name, JsonObject definition) {
    String attempt =
        JSON.createObjectBuilder()
            .add("tokenizer", "standard")
            .add("filter", JSON.createArrayBuilder().add(definition))
            .add("text", "a")
            .build()
            .toString();
    return has(
        "filter " + name,
        AnalyzeRequest.of(request -> request.withJson(new StringReader(attempt))));
  }

  private boolean has(String what, AnalyzeRequest attempt) {
    return known.computeIfAbsent(what, name -> succeeds(name, attempt));
  }

  private boolean succeeds(String what, AnalyzeRequest attempt) {
    try {
      client.indices().analyze(attempt);
      return true;
    } catch (ElasticsearchException e) {
      if (e.status() != BAD_REQUEST) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "the search server lacks the {0}", what);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
