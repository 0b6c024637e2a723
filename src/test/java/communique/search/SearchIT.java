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
import java.util.ArrayList;
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
    "en, The presidents agreed on cooperation, cooperating president",
    "fr, Le président a salué les accords, accord",
    "es, Los presidentes acordaron cooperar, presidente",
    "pt, Os presidentes conversaram, presidente",
    "ru, Президент провёл телефонный разговор, разговоры",
    "ar, أجرى الرئيس مكالمة هاتفية, الرئيس",
    "ko, 대통령은 카자흐스탄 대통령과 통화했다, 대통령",
    "ja, 大統領は電話会談を行った, 電話会談",
    "zh-Hans, 总统与哈萨克斯坦总统通电话, 哈萨克斯坦",
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
    assertThat(editions(search.found(asked, "")))
        .as("in all languages")
        .containsExactly(id(version));
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
  void when_no_text_has_all_words_those_with_most_are_found_and_the_answer_says_so()
      throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, "Die Nationalgalerie wurde eröffnet. " + mark);
    search.deposit("de", null, "Die Nationalgalerie wurde geschlossen.");
    search.awaitFound(version, mark, "");

    for (String query : List.of("Nationalgallerie ", "Nationalgalerie Berlin ")) {
      HttpResponse<String> found = search.found(query + mark, "");
      assertThat(editions(found)).as(query).containsExactly(id(version));
      assertThat(json(found).getBoolean("relaxed")).as(query).isTrue();
    }
    assertThat(editions(search.found("Nationalgalerie -eröffnet " + mark, ""))).isEmpty();
    assertThat(editions(search.found("Berlin " + mark, ""))).as("of two both").isEmpty();
    assertThat(json(search.found("Nationalgalerie " + mark, ""))).doesNotContainKey("relaxed");
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
  }

  @Test
  void what_was_found_is_counted_and_narrowed_down() throws Exception {
    String mark = mark();
    Version english = search.deposit("en", null, mark);
    Version german = search.deposit("de", null, mark);
    search.awaitFound(english, mark, "");
    search.awaitFound(german, mark, "");

    JsonObject facets = json(search.found(mark, "&facets=true")).getJsonObject("facets");
    assertThat(facets.getJsonObject("language").getJsonArray("values").toString())
        .contains("{\"value\":\"de\",\"count\":1}", "{\"value\":\"en\",\"count\":1}");
    assertThat(facets.getJsonObject("kind").toString())
        .isEqualTo("{\"values\":[{\"value\":\"readOut\",\"count\":2}],\"others\":0}");
    assertThat(facets.getJsonArray("months").toString())
        .isEqualTo("[{\"value\":\"2025-07\",\"count\":2}]");
    assertThat(json(search.found(mark, ""))).doesNotContainKey("facets");
    assertThat(editions(search.found(mark + " language:de section:Politik", "")))
        .containsExactly(id(german));
    assertThat(
            editions(
                search.found("", "&section=Politik&language=en&from=2025-07-24&order=changed")))
        .first()
        .isEqualTo(id(english));
    assertThat(editions(search.found(mark, "&from=2025-07-25"))).isEmpty();
    assertThat(editions(search.found(mark + " date:2025-06..2025-07", ""))).hasSize(2);
    assertThat(editions(search.found(mark, "&kind=speech"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kind=poem, kind",
    "office=x, office",
    "person=Varga, person",
    "subject=peace, subject",
    "from=yesterday, from",
    "order=best, order",
    "facets=some, facets",
    "widen=perhaps, widen",
    "limit=0, limit",
    "order=newest&after=W10, after"
  })
  void a_parameter_that_cannot_be_is_refused_by_its_name(String parameter, String field)
      throws Exception {
    HttpResponse<String> answer = search.found("x", "&" + parameter);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "changed"})
  void pages_in_any_order_go_on_to_the_end(String order) throws Exception {
    String mark = mark();
    List<String> deposited = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Version version = search.deposit("en", null, mark);
      deposited.add(id(version));
      search.awaitFound(version, mark, "&limit=100");
    }

    HttpResponse<String> page = search.found(mark, "&limit=2&order=" + order);
    List<String> seen = new ArrayList<>(editions(page));
    while (json(page).containsKey("next")) {
      page = search.next(page);
      seen.addAll(editions(page));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(deposited).doesNotHaveDuplicates();
  }

  @Test
  void a_word_that_no_text_has_is_answered_with_one_that_some_have() throws Exception {
    String word = "zauberlehrling" + mark().replaceAll("[0-9]", "x").substring(4, 10);
    Version version = search.deposit("de", null, "Vom " + word + " in der Stadt.");
    search.awaitFound(version, word, "");

    String typed = word.replace("lehr", "lehhr");
    assertThat(json(search.found(typed, "")).getString("suggested")).isEqualTo(word);
    assertThat(json(search.found(word, ""))).doesNotContainKey("suggested");
  }

  @Test
  void headlines_complete_what_is_being_written() throws Exception {
    String mark = mark();
    Version version = search.deposit("en", "Zephyr " + mark + " opens", "Text.");
    search.awaitFound(version, mark, "");

    assertThat(search.suggested("zephyr " + mark.substring(0, 8)))
        .isEqualTo("[\"zephyr " + mark.substring(0, 8) + "\",[\"Zephyr " + mark + " opens\"]]");
  }

  @Test
  void what_is_like_a_briefing_is_found_without_itself() throws Exception {
    String mark = mark();
    String text = "The windmill of Arntal " + mark + " was restored by volunteers of the valley.";
    Version first = search.deposit("en", "Windmill " + mark, text);
    Version second = search.deposit("en", "Volunteers " + mark, text + " They were thanked.");
    search.awaitFound(first, mark, "");
    search.awaitFound(second, mark, "");

    assertThat(editions(search.similar(first))).first().isEqualTo(id(second));
    assertThat(editions(search.similar(first))).doesNotContain(id(first));
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

  @Test
  void pages_follow_each_other_without_gap_or_repeat() throws Exception {
    String mark = mark();
    List<String> deposited = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Version version = search.deposit("en", null, mark);
      deposited.add(id(version));
      search.awaitFound(version, mark, "&limit=100");
    }

    List<String> seen = new ArrayList<>();
    HttpResponse<String> page = search.found(mark, "&limit=3");
    assertThat(json(page).getInt("total")).isEqualTo(7);
    seen.addAll(editions(page));
    while (json(page).containsKey("next")) {
      page = search.next(page);
      seen.addAll(editions(page));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(deposited).doesNotHaveDuplicates();
  }

  @Test
  void a_token_of_nobody_is_refused() throws Exception {
    HttpResponse<String> answer = search.found("x", "&after=bm9wZQ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo("after");
  }
}
