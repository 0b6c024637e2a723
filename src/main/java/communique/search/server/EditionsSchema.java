package communique.search.server;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The settings and mappings of the indices, fitted to what the server has. */
public final class EditionsSchema {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final String PLACE = "/schemas/search/editions-v" + Shelf.SCHEMA + ".json";

  /** What stands in for what; an analyzer of the schema's own in it needs all of its filters. */
  private static final Map<String, String> NEXT_BEST =
      Map.of("nori", "cjk", "german_compounds", "german", "chinese", "cjk");

  private static final String PLAINEST = "standard";
  private static final Set<String> ANALYZERS = Set.of("analyzer", "search_analyzer");

  /** Tells what a server can analyse with. */
  public interface Server {
    boolean hasAnalyzer(String name);

    boolean hasFilter(String name);

    /** Whether a filter can be made so. */
    boolean canFilter(String name, JsonObject definition);
  }

  private EditionsSchema() {}

  /** The schema as it is published. */
  public static JsonObject published() {
    try (InputStream file = EditionsSchema.class.getResourceAsStream(PLACE);
        JsonReader reader = READERS.createReader(Objects.requireNonNull(file, PLACE))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The schema for a server: where it lacks an analyzer, or a filter that makes one of the schema's
   * what it is, the next best is used; other filters are left out.
   *
   * @param layout settings beside those of the schema
   */
  public static JsonObject fittedTo(Server server, JsonObject layout) {
    JsonObject published = with(layout, published());
    return fitted(published, with(published, server));
  }

  /** The server, with what the schema defines for it. */
  private static Server with(JsonObject published, Server server) {
    JsonObject own = published.getJsonObject("settings").getJsonObject("analysis");
    JsonObject analyzers = own.getJsonObject("analyzer");
    JsonObject filters = own.getJsonObject("filter");
    return new Server() {
      @Override
      public boolean hasAnalyzer(String name) {
        return analyzers.containsKey(name)
            ? !NEXT_BEST.containsKey(name) || filtersOf(name).allMatch(this::hasFilter)
            : server.hasAnalyzer(name);
      }

      private Stream<String> filtersOf(String analyzer) {
        return analyzers
            .getJsonObject(analyzer)
            .getJsonArray("filter")
            .getValuesAs(JsonString::getString)
            .stream();
      }

      @Override
      public boolean hasFilter(String name) {
        return filters.containsKey(name)
            ? server.canFilter(name, filters.getJsonObject(name))
            : server.hasFilter(name);
      }

      @Override
      public boolean canFilter(String name, JsonObject definition) {
        return server.canFilter(name, definition);
      }
    };
  }

  private static JsonObject with(JsonObject layout, JsonObject published) {
    JsonObjectBuilder settings = JSON.createObjectBuilder(published.getJsonObject("settings"));
    layout.forEach(settings::add);
    return JSON.createObjectBuilder(published).add("settings", settings).build();
  }

  private static JsonObject fitted(JsonObject object, Server server) {
    JsonObjectBuilder fitted = JSON.createObjectBuilder();
    object.forEach((name, value) -> fitted.add(name, fitted(name, value, server)));
    return fitted.build();
  }

  private static JsonValue fitted(String name, JsonValue value, Server server) {
    if (value instanceof JsonString text && ANALYZERS.contains(name)) {
      return Json.createValue(analyzer(text.getString(), server));
    }
    if (name.equals("filter")) {
      return value instanceof JsonObject definitions
          ? definitions(definitions, server)
          : filters(value.asJsonArray().getValuesAs(JsonString::getString), server);
    }
    return value instanceof JsonObject object ? fitted(object, server) : value;
  }

  private static String analyzer(String wanted, Server server) {
    return Stream.iterate(
            wanted,
            name -> !name.equals(PLAINEST),
            name -> Objects.requireNonNull(NEXT_BEST.getOrDefault(name, PLAINEST)))
        .filter(server::hasAnalyzer)
        .findFirst()
        .orElse(PLAINEST);
  }

  private static JsonValue filters(List<String> wanted, Server server) {
    JsonArrayBuilder there = JSON.createArrayBuilder();
    wanted.stream().filter(server::hasFilter).forEach(there::add);
    return there.build();
  }

  private static JsonValue definitions(JsonObject wanted, Server server) {
    JsonObjectBuilder there = JSON.createObjectBuilder();
    wanted.keySet().stream()
        .filter(server::hasFilter)
        .forEach(name -> there.add(name, wanted.get(name)));
    return there.build();
  }
}
