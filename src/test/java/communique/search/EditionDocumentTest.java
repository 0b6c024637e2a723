package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.RecalledFiles;
import communique.briefing.Version;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionDocumentTest {

  @Test
  void text_goes_into_the_fields_of_its_language() {
    JsonObject document = publicDocument(Samples.version("de-CH", null, "Erstes.", "Zweites."));

    assertThat(texts(document, "body_de")).containsExactly("Erstes.\n\nZweites.");
    assertThat(texts(document, "caption_de")).containsExactly("Am Fernsprecher", "Präsidialamt");
    assertThat(texts(document, "names_de"))
        .containsExactly("KR-PRES/2025/000417", "Qassym-Schomart Toqajew", "Kim Hyelin");
    assertThat(document).doesNotContainKeys("headline", "headline_de");
  }

  @Test
  void a_language_without_an_analyzer_of_its_own_uses_the_common_one() {
    assertThat(publicDocument(Samples.version("sv", "Rubrik", "Text.")))
        .containsKeys("headline_und", "body_und");
  }

  @Test
  void an_edition_is_found_by_each_prefix_of_its_language() {
    assertThat(texts(publicDocument(Samples.version("zh-Hant-TW", "標題", "文")), "range"))
        .containsExactly("zh-Hant-TW", "zh-Hant", "zh");
  }

  @Test
  void the_marks_of_highlights_never_come_from_a_text() {
    JsonObject document = publicDocument(Samples.version("en", null, "a\uE000b\uE001c"));

    assertThat(texts(document, "body_en")).containsExactly("abc");
  }

  @Test
  void the_restricted_document_has_the_same_id_and_says_what_it_is() {
    JsonObject document =
        EditionDocument.of(
            Samples.version("de", null, "Text."), RecalledFiles.NONE, Shelf.RESTRICTED);

    assertThat(document.getString("edition")).isEqualTo(Samples.BRIEFING + "_de");
    assertThat(document.getBoolean("restricted")).isTrue();
  }

  @Test
  void every_field_of_every_language_is_in_the_published_schema() {
    Set<String> mapped =
        EditionsSchema.published().getJsonObject("mappings").getJsonObject("properties").keySet();

    for (String language : List.of("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru")) {
      assertThat(mapped).containsAll(publicDocument(full(language)).keySet());
    }
    for (Analysis analysis : Analysis.all()) {
      for (TextField field : TextField.values()) {
        assertThat(mapped).contains(field.in(analysis));
      }
    }
  }

  private static Version full(String language) {
    return Samples.version(language, "Headline", "Text.");
  }

  private static JsonObject publicDocument(Version version) {
    return EditionDocument.of(version, RecalledFiles.NONE, Shelf.PUBLIC);
  }

  private static List<String> texts(JsonObject document, String field) {
    return document.getJsonArray(field).getValuesAs(JsonString::getString);
  }
}
