package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.RecalledFiles;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.search.Facet;
import communique.search.Samples;
import communique.search.server.Analysis;
import communique.search.server.EditionsSchema;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BriefingDocumentTest {

  @Test
  void text_goes_into_the_fields_of_its_language() {
    JsonObject document = publicDocument(Samples.version("de-CH", null, "Erstes.", "Zweites."));
    JsonObject edition = edition(document, 0);

    assertThat(texts(edition, "body_de")).containsExactly("Erstes.\n\nZweites.");
    assertThat(texts(edition, "caption_de")).containsExactly("Am Fernsprecher", "Präsidialamt");
    assertThat(texts(edition, "names_de"))
        .containsExactly("KR-PRES/2025/000417", "Qassym-Schomart Toqajew", "Kim Hyelin");
    assertThat(edition).doesNotContainKey("headline_de");
    assertThat(document.getJsonObject("shown").getJsonObject("de-CH"))
        .doesNotContainKey("headline");
  }

  @Test
  void what_is_searched_is_in_normalisation_form_c_and_what_is_shown_as_it_was_written() {
    JsonObject document =
        publicDocument(Samples.version("de", "Mu\u0308ller", "Herr Mu\u0308ller sprach."));

    assertThat(texts(edition(document, 0), "headline_de")).containsExactly("M\u00fcller");
    assertThat(texts(edition(document, 0), "body_de")).containsExactly("Herr M\u00fcller sprach.");
    assertThat(texts(document, "complete")).containsExactly("M\u00fcller");
    assertThat(document.getJsonObject("shown").getJsonObject("de").getString("headline"))
        .isEqualTo("Mu\u0308ller");
  }

  @Test
  void a_briefing_is_one_document_with_its_originals_first() {
    Version translation = translated(Samples.version("ar", "عنوان", "نص."));
    Version original = Samples.version("zh-Hant", "標題", "文");
    JsonObject document = publicDocument(translation, original);

    assertThat(edition(document, 0).getString("language")).isEqualTo("zh-Hant");
    assertThat(edition(document, 1).getString("language")).isEqualTo("ar");
    assertThat(document.getJsonObject("shown").getJsonObject("ar").getString("headline"))
        .isEqualTo("عنوان");
    assertThat(texts(document, "language")).containsExactly("zh-Hant", "ar");
    assertThat(texts(document, "range")).containsExactly("zh-Hant", "zh", "ar");
    assertThat(texts(document, "section")).containsExactly("Politik");
  }

  @Test
  void a_briefing_is_filed_under_the_day_of_its_first_issue() {
    assertThat(publicDocument(Samples.version("de", null, "Text.")).getString("dated"))
        .isEqualTo("2025-07-24");
  }

  @Test
  void a_language_without_an_analyzer_of_its_own_uses_the_common_one() {
    assertThat(edition(publicDocument(Samples.version("sv", "Rubrik", "Text.")), 0))
        .containsKeys("headline_und", "body_und");
  }

  @Test
  void an_edition_is_found_by_each_prefix_of_its_language() {
    JsonObject document = publicDocument(Samples.version("zh-Hant-TW", "標題", "文"));

    assertThat(texts(edition(document, 0), "range")).containsExactly("zh-Hant-TW", "zh-Hant", "zh");
  }

  @Test
  void the_marks_of_highlights_never_come_from_a_text() {
    JsonObject document = publicDocument(Samples.version("en", null, "a\uE000b\uE001c"));

    assertThat(texts(edition(document, 0), "body_en")).containsExactly("abc");
  }

  @Test
  void the_restricted_document_says_what_it_is() {
    JsonObject document =
        BriefingDocument.of(
            List.of(Samples.version("de", null, "Text.")),
            Instant.EPOCH,
            RecalledFiles.NONE,
            new Naming(new KnownNames(), Map.of()),
            Shelf.RESTRICTED);

    assertThat(document.getBoolean("restricted")).isTrue();
  }

  @Test
  void every_field_of_every_language_is_in_the_published_schema() {
    JsonObject mapped =
        EditionsSchema.published().getJsonObject("mappings").getJsonObject("properties");
    Set<String> ofEditions =
        mapped.getJsonObject(TextField.EDITIONS).getJsonObject("properties").keySet();

    for (String language : List.of("ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru")) {
      JsonObject document = publicDocument(Samples.version(language, "Headline", "Text."));
      assertThat(mapped.keySet()).containsAll(document.keySet());
      assertThat(ofEditions).containsAll(edition(document, 0).keySet());
    }
    for (Analysis analysis : Analysis.all()) {
      for (TextField field : TextField.values()) {
        assertThat(ofEditions).contains(field.in(analysis));
      }
    }
    for (Facet facet : Facet.values()) {
      assertThat(mapped.keySet()).contains(facet.field());
    }
  }

  @Test
  void what_completes_what_a_reader_writes_ends_with_a_word() {
    String headline = "Joint Statement of the European Union ".repeat(5);

    assertThat(BriefingDocument.completed(headline)).hasSizeLessThanOrEqualTo(80).endsWith("Union");
    assertThat(BriefingDocument.completed("공".repeat(100))).hasSize(80);
    assertThat(BriefingDocument.completed("\uD83D\uDE00".repeat(60) + "x"))
        .isEqualTo("\uD83D\uDE00".repeat(40));
    assertThat(BriefingDocument.completed(" a\u0001b ")).isEqualTo("a b");
  }

  private static Version translated(Version version) {
    return new Version(
        version.briefing(),
        version.language(),
        new Translation(new LanguageTag("zh-Hant"), 1, null),
        version.number(),
        null,
        version.content(),
        version.acceptedAt());
  }

  private static JsonObject publicDocument(Version... editions) {
    return BriefingDocument.of(
        List.of(editions),
        Instant.EPOCH,
        RecalledFiles.NONE,
        new Naming(new KnownNames(), Map.of()),
        Shelf.PUBLIC);
  }

  private static JsonObject edition(JsonObject document, int place) {
    return document.getJsonArray(TextField.EDITIONS).getJsonObject(place);
  }

  private static List<String> texts(JsonObject document, String field) {
    return document.getJsonArray(field).getValuesAs(JsonString::getString);
  }
}
