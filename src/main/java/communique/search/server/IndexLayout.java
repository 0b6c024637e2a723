package communique.search.server;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Into how many shards the indices are divided, how many replicas each has, and how soon what is
 * written can be found.
 */
@ApplicationScoped
public class IndexLayout {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** One where there is a second node of Elasticsearch to have it, else none. */
  private static final String AS_NODES_ALLOW = "0-1";

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_SHARDS", defaultValue = "1")
  private int shards;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_REPLICAS")
  private Optional<Integer> replicas;

  private static final String REFRESH = "refresh_interval";

  /** How soon the published schema has what is written found. */
  private static final String SOON =
      EditionsSchema.published().getJsonObject("settings").getString(REFRESH);

  /** What new indices get. Nobody searches them until they serve. */
  public JsonObject settings() {
    JsonObjectBuilder settings = JSON.createObjectBuilder(replicas());
    return settings.add("number_of_shards", shards).add(REFRESH, "-1").build();
  }

  /** What indices get that are to serve. */
  public JsonObject serving() {
    return JSON.createObjectBuilder(replicas()).add(REFRESH, SOON).build();
  }

  private JsonObject replicas() {
    JsonObjectBuilder settings = JSON.createObjectBuilder();
    return replicas
        .map(
            number -> settings.add("auto_expand_replicas", false).add("number_of_replicas", number))
        .orElseGet(() -> settings.add("auto_expand_replicas", AS_NODES_ALLOW))
        .build();
  }

  /** Whether an index is as one that serves should be. */
  public boolean isServing(IndexSettings there) {
    Time refresh = there.refreshInterval();
    return refresh != null && refresh.isTime() && SOON.equals(refresh.time()) && hasReplicas(there);
  }

  private boolean hasReplicas(IndexSettings there) {
    String expanded = there.autoExpandReplicas();
    return replicas
        .map(
            number ->
                (expanded == null || expanded.equals("false"))
                    && String.valueOf(number).equals(there.numberOfReplicas()))
        .orElse(AS_NODES_ALLOW.equals(expanded));
  }

  /** Whether there are several shards, so that each knows only a part of how rare a word is. */
  public boolean isDivided() {
    return shards > 1;
  }
}
