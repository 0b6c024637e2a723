package communique.search;

import static communique.search.Searcher.editions;
import static communique.search.Searcher.hits;
import static communique.search.Searcher.id;
import static communique.search.Searcher.json;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Briefing;
import communique.briefing.Version;
import communique.support.RunningSystem;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching through the REST door: what is found by which words. */
@ExtendWith(RunningSystem.Shared.class)
class SearchIT {
  private final Searcher search;

  SearchIT(RunningSystem system) {
    this.search = new Searcher(system);
  }

  @ParameterizedTest
  @CsvSource({
    "de, das erste Telefonat mit dem Präsidenten, Telefonate",
    "de, das erste Telefonat mit dem Präsidenten, Praesident",
    "de, die Stärkung der Zusammenarbeit, der Zusammenarbeit",
    "de, die Pressekonferenz des Außenministeriums, Konferenz Ministerium",
    "de, vor dem Sicherheitsrat, Sicherheit",
    "en, The presidents agreed on cooperation, cooperating president",
    "fr, Le président a salué les accords, accord",
    "es, Los presidentes acordaron cooperar, presidente",
    "pt, Os presidentes conversaram, presidente",
    "ru, Президент провёл телефонный разговор, разговоры",
    "ar, أجرى الرئيس مكالمة هاتفية, الرئيس",
    "ko, 대통령은 카자흐스탄 대통령과 통화했다, 대통령",
    "ko, 한국의 역사를 다룬 전시회, 한국의",
    "ko, 한국 정부는 역사 교과서를 발표했다, 한국의 역사",
    "ko, 미국의 입장을 설명했다, \"\"\"미국의\"\"\"",
    "ko, 安倍首相의 방한, 安倍首相",
    "ko, 데비안 7.0 판, 7.0",
    "en, President Biden’s visit, Biden's",
    "en, President Biden's visit, \"\"\"President Biden’s\"\"\"",
    "en, We don’t know (yet), don't (know",
    "fr, Toute l’équipe d’Arntal, \"\"\"l'équipe d'arntal\"\"\"",
    "uk, Здоров’я всіх, \"\"\"здоров'я всіх\"\"\"",
    "ja, 大統領は電話会談を行った, 電話会談",
    "zh-Hans, 总统与哈萨克斯坦总统通电话, 哈萨克斯坦",
    "zh-Hans, 总统与外长通电话, 總統",
    "zh-Hant, 總統與外長通電話, 总统",
    "el, Ο πρόεδρος μίλησε, προεδρος",
    "vi, Tổng thống điện đàm, tong thong",
    "sv, Statsministern talade med presidenten, statsministern",
    "id, Presiden melakukan pembicaraan, bicara"
  })
  void a_text_is_found_by_another_form_of_its_words(String language, String text, String query)
      throws Exception {
    String mark = mark();
    Version version = search.deposit(language, null, text + " " + mark);

    String asked = query + " " + mark;
    search.awaitFound(version, asked, "&language=" + language);
    assertThat(editions(search.found(asked, "&widen=false")))
        .as("in all languages")
        .containsExactly(id(version));
  }

  @ParameterizedTest
  @CsvSource({
    "de, Der Minister Müller sprach, Müller",
    "fr, La réunion s'est tenue, réunions",
    "ko, 대통령은 통화했다, 대통령",
    "ja, 大統領はガーナを訪問した, ガーナ",
    "vi, Tổng thống điện đàm, điện đàm",
    "vi, Tổng thống điện đàm, \"\"\"điện đàm\"\"\""
  })
  void a_text_is_found_and_marked_however_its_accents_and_those_of_the_query_are_written(
      String language, String text, String query) throws Exception {
    for (Normalizer.Form written : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      String mark = mark();
      Version version =
          search.deposit(language, null, Normalizer.normalize(text + " " + mark, written));
      search.awaitFound(version, mark, "");
      for (Normalizer.Form asked : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
        HttpResponse<String> found =
            search.found(Normalizer.normalize(query + " " + mark, asked), "&widen=false");
        assertThat(editions(found))
            .as("%s, asked in %s", written, asked)
            .containsExactly(id(version));
        assertThat(hits(found).getJsonObject(0).getJsonArray("highlights").toString())
            .contains("\"match\":true},{\"text\":");
        assertThat(hits(found).getJsonObject(0).getString("lead"))
            .startsWith(Normalizer.normalize(text, written));
      }
    }
  }

  @Test
  void a_phrase_of_the_headline_stands_there_in_its_order() throws Exception {
    String mark = mark();
    Version first = search.deposit("en", "alpha beta " + mark, "Text.");
    Version second = search.deposit("en", "beta alpha " + mark, "alpha beta");
    search.awaitFound(first, mark, "");
    search.awaitFound(second, mark, "");

    assertThat(editions(search.found("headline:\"alpha beta\" " + mark, "&widen=false")))
        .containsExactly(id(first));
    assertThat(editions(search.found("headline:alpha headline:beta " + mark, ""))).hasSize(2);
    assertThat(editions(search.found("-headline:\"alpha beta\" " + mark, "&widen=false")))
        .containsExactly(id(second));
  }

  @Test
  void a_german_compound_is_not_found_in_a_text_that_has_its_parts_only() throws Exception {
    String mark = mark();
    Version parts = search.deposit("de", null, "Konferenz der Presse im Ministerium " + mark);
    search.awaitFound(parts, "Konferenz " + mark, "&language=de");
    assertThat(editions(search.found("Pressekonferenz " + mark, "&language=de&widen=false")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"安倍首相, 안데스의 배와 수상 도시", "拜登, 배 등을 보냈다", "7.0, '7시에 시작해 영하 0도에서 끝났다'"})
  void korean_signs_that_stand_apart_are_no_word_that_is_made_of_them(String query, String text)
      throws Exception {
    String mark = mark();
    Version version = search.deposit("ko", null, text + " " + mark);
    search.awaitFound(version, mark, "");

    assertThat(editions(search.found(query + " " + mark, ""))).isEmpty();
  }

  @Test
  void a_headline_weighs_more_than_a_body() throws Exception {
    String mark = mark();
    // As in an archive, where most texts have one: how rare a word is counts among the headlines.
    for (int i = 0; i < 40; i++) {
      search.deposit("en", "Headline " + i, "Text.");
    }
    Version body = search.deposit("en", "Another thing", mark);
    Version headline =
        search.deposit("en", mark, "Other words, as many as there are in the one above.");
    search.awaitFound(body, mark, "");
    search.awaitFound(headline, mark, "");

    assertThat(editions(search.found(mark, ""))).containsExactly(id(headline), id(body));
  }

  @Test
  void names_captions_and_the_reference_code_are_searched() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, mark);
    search.awaitFound(version, mark, "");

    String reference = version.briefing().reference();
    for (String query : List.of("Toqajew", "Hyelin", "Fernsprecher", reference)) {
      assertThat(editions(search.found(query + " " + mark, "")))
          .as(query)
          .containsExactly(id(version));
    }
  }

  @Test
  void what_was_found_is_marked_without_mark_up() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, "<b>Erstes</b> Telefonat " + mark);
    search.awaitFound(version, mark, "");

    JsonObject hit = hits(search.found("Telefonate " + mark, "")).getJsonObject(0);
    assertThat(hit.getJsonArray("highlights").toString())
        .contains("{\"text\":\"<b>Erstes</b> \",\"match\":false}")
        .contains("{\"text\":\"Telefonat\",\"match\":true}");
    assertThat(hit.getString("lead")).startsWith("<b>Erstes</b>");
    assertThat(hit).doesNotContainKey("headline");
  }

  @Test
  void quotes_minus_and_bar_mean_what_readers_expect() throws Exception {
    String mark = mark();
    Version first = search.deposit("en", null, "alpha beta gamma " + mark);
    Version second = search.deposit("de", null, "beta alpha " + mark);
    search.awaitFound(first, mark, "");
    search.awaitFound(second, mark, "");

    assertThat(editions(search.found("\"alpha beta\" " + mark, ""))).containsExactly(id(first));
    assertThat(editions(search.found("alpha -gamma " + mark, ""))).containsExactly(id(second));
    assertThat(editions(search.found(mark + " -gamma", ""))).containsExactly(id(second));
    assertThat(editions(search.found("\"alpha nowhereatall\" " + mark, ""))).isEmpty();
  }

  @Test
  void what_is_in_quotation_marks_is_found_in_that_form_only() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, "Die Telefonate waren kurz. " + mark);
    search.awaitFound(version, "Telefonat " + mark, "");

    assertThat(editions(search.found("\"Telefonat\" " + mark, ""))).isEmpty();
    assertThat(editions(search.found("\"telefonate waren\" " + mark, ""))).hasSize(1);
    assertThat(editions(search.found("Telefonat OR Brief " + mark, ""))).hasSize(1);
  }

  @Test
  void a_briefing_is_found_once_in_the_language_that_the_reader_likes() throws Exception {
    String mark = mark();
    Briefing briefing = Searcher.briefing("XV-PRES");
    Version german = Samples.version(briefing, "de", 1, "Gespräch", "Ein Gespräch. " + mark);
    Version korean = Samples.version(briefing, "ko", 1, "통화", "대통령은 통화했다. " + mark);
    search.add(german, null);
    search.add(korean, null);
    search.awaitFound(german, "Gespräch " + mark, "");
    Searcher.await(() -> editions(search.found("통화 " + mark, "")).size() == 1);

    HttpResponse<String> found = search.foundBy("ko, de;q=0.5", mark);
    assertThat(editions(found)).containsExactly(id(korean));
    assertThat(json(found).getInt("total")).isEqualTo(1);
    assertThat(hits(found).getJsonObject(0).getJsonArray("languages")).hasSize(2);
    assertThat(hits(found).getJsonObject(0).getJsonArray("highlights").toString())
        .contains("통화했다", "\"match\":true");
    assertThat(editions(search.foundBy("de", mark))).containsExactly(id(german));
    assertThat(editions(search.foundBy("ko", "Gespräch " + mark)))
        .as("where the words are")
        .containsExactly(id(german));
    assertThat(editions(search.found(mark, "&language=ko"))).containsExactly(id(korean));
    assertThat(editions(search.foundBy("de", mark, "&language=ko&language=de")))
        .as("of the wanted languages the one that the reader likes")
        .containsExactly(id(german));
  }

  @Test
  void of_many_editions_that_hold_the_words_each_reader_sees_the_one_in_its_language()
      throws Exception {
    String mark = mark();
    Briefing briefing = Searcher.briefing("XV-PRES");
    List<String> languages =
        List.of("ar", "de", "en", "es", "fr", "id", "it", "ja", "pt", "ru", "vi", "zh-Hant");
    for (String language : languages) {
      // The more of it, the better it fits.
      String text = (mark + " ").repeat(1 + languages.indexOf(language));
      search.add(Samples.version(briefing, language, 1, null, text), null);
    }
    Searcher.await(
        () ->
            hits(search.found(mark, "")).stream()
                .anyMatch(hit -> hit.asJsonObject().getJsonArray("languages").size() == 12));

    for (String language : languages) {
      assertThat(hits(search.foundBy(language, mark)).getJsonObject(0).getString("language"))
          .isEqualTo(language);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "-",
        "|",
        "||",
        "(((",
        ")",
        "a |",
        "| a",
        "\\",
        "*",
        "~",
        "a~99",
        "\"a\"~5",
        "-a",
        "+",
        "der die das",
        "{}",
        "\uD83D\uDE00",
        "!",
        "a\u0000b",
        "-\"a b",
        "\uE000x\uE001",
        "/.*/",
        "field:value",
        "_id:1",
        "<script>",
        "%",
        "'; drop table version"
      })
  void no_query_breaks_the_search(String query) throws Exception {
    assertThat(search.found(query, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_query_of_very_many_words_is_answered_or_refused() throws Exception {
    assertThat(search.found("a b ".repeat(125), "").statusCode()).isIn(200, 400);
    assertThat(search.found("대".repeat(500), "").statusCode()).isIn(200, 400);
    assertThat(search.found("x".repeat(501), "").statusCode()).isEqualTo(400);
  }
}
