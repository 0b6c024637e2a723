package communique.search.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionsSchemaTest {

  @Test
  void a_full_server_gets_the_schema_as_published() {
    assertThat(fittedTo(server(Set.of(), Set.of()))).isEqualTo(EditionsSchema.published());
  }

  @Test
  void indices_are_divided_as_the_configuration_says() {
    JsonObject layout = Json.createObjectBuilder().add("number_of_shards", 3).build();
    JsonObject settings =
        EditionsSchema.fittedTo(server(Set.of(), Set.of()), layout).getJsonObject("settings");

    assertThat(settings.getInt("number_of_shards")).isEqualTo(3);
    assertThat(settings).containsAllEntriesOf(EditionsSchema.published().getJsonObject("settings"));
  }

  @Test
  void a_server_without_nori_takes_korean_apart_like_chinese() {
    assertThat(analyzer(fittedTo(server(Set.of("nori"), Set.of())), "body_ko")).isEqualTo("cjk");
  }

  @Test
  void a_server_without_icu_takes_chinese_apart_as_it_is_written() {
    JsonObject fitted = fittedTo(server(Set.of(), Set.of("one_han", "icu_folding")));

    assertThat(analyzer(fitted, "body_zh")).isEqualTo("cjk");
    assertThat(analyzer(fitted, "body_de")).isEqualTo("german_compounds");
    JsonObject analysis = fitted.getJsonObject("settings").getJsonObject("analysis");
    assertThat(analysis.getJsonObject("filter").keySet())
        .contains("german_parts")
        .doesNotContain("one_han");
    assertThat(analysis.getJsonObject("analyzer").toString())
        .contains("asciifolding")
        .doesNotContain("one_han", "icu_folding");
  }

  @Test
  void a_server_that_cannot_take_compounds_apart_has_german_words_whole() {
    JsonObject fitted = fittedTo(server(Set.of(), Set.of("german_parts")));

    assertThat(analyzer(fitted, "body_de")).isEqualTo("german");
  }

  @Test
  void a_server_without_analyzers_takes_all_apart_plainly() {
    JsonObject fitted =
        fittedTo(
            server(
                Set.of("nori", "cjk", "german"),
                Set.of("asciifolding", "icu_folding", "german_stem", "cjk_bigram")));

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

  /** Which lacks these. */
  private static EditionsSchema.Server server(Set<String> analyzers, Set<String> filters) {
    return new EditionsSchema.Server() {
      @Override
      public boolean hasAnalyzer(String name) {
        return !analyzers.contains(name);
      }

      @Override
      public boolean hasFilter(String name) {
        return !filters.contains(name);
      }

      @Override
      public boolean canFilter(String name, JsonObject definition) {
        return !filters.contains(name);
      }
    };
  }
}
