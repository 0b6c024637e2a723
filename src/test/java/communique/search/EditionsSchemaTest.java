package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionsSchemaTest {

  @Test
  void a_full_server_gets_the_schema_as_published() {
    assertThat(fittedTo(server(Set.of(), true))).isEqualTo(EditionsSchema.published());
  }

  @Test
  void indices_are_divided_as_the_configuration_says() {
    JsonObject layout = Json.createObjectBuilder().add("number_of_shards", 3).build();
    JsonObject settings =
        EditionsSchema.fittedTo(server(Set.of(), true), layout).getJsonObject("settings");

    assertThat(settings.getInt("number_of_shards")).isEqualTo(3);
    assertThat(settings).containsAllEntriesOf(EditionsSchema.published().getJsonObject("settings"));
  }

  @Test
  void a_server_without_nori_takes_korean_apart_like_chinese() {
    assertThat(analyzer(fittedTo(server(Set.of("nori"), true)), "body_ko")).isEqualTo("cjk");
  }

  @Test
  void a_server_without_analyzers_takes_all_apart_plainly() {
    JsonObject fitted = fittedTo(server(Set.of("nori", "cjk", "german"), false));

    assertThat(analyzer(fitted, "body_ko")).isEqualTo("standard");
    assertThat(analyzer(fitted, "body_de")).isEqualTo("standard");
    assertThat(fitted.toString()).doesNotContain("asciifolding").contains("folded");
  }

  private static JsonObject fittedTo(EditionsSchema.Server server) {
    return EditionsSchema.fittedTo(server, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static String analyzer(JsonObject schema, String field) {
    return schema
        .getJsonObject("mappings")
        .getJsonObject("properties")
        .getJsonObject("editions")
        .getJsonObject("properties")
        .getJsonObject(field)
        .getString("analyzer");
  }

  private static EditionsSchema.Server server(Set<String> lacking, boolean filters) {
    return new EditionsSchema.Server() {
      @Override
      public boolean hasAnalyzer(String name) {
        return !lacking.contains(name);
      }

      @Override
      public boolean hasFilter(String name) {
        return filters || name.equals("lowercase");
      }
    };
  }
}
