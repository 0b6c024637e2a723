package communique.search;

import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.json;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Searching through the REST door: how what was found is told. */
@ExtendWith(RunningSystem.Shared.class)
class FoundIT {
  private final Searcher search;

  FoundIT(RunningSystem system) {
    this.search = new Searcher(system);
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

  @Test
  void fields_leave_out_what_has_them_and_or_joins_them() throws Exception {
    String mark = mark();
    Version english = search.deposit("en", null, mark);
    Version german = search.deposit("de", null, mark);
    Version korean = search.deposit("ko", null, mark);
    for (Version each : List.of(english, german, korean)) {
      search.awaitFound(each, mark, "");
    }

    assertThat(editions(search.found(mark + " -language:en", "")))
        .containsExactlyInAnyOrder(id(german), id(korean));
    assertThat(editions(search.found(mark + " -date:2025-07", ""))).isEmpty();
    assertThat(editions(search.found(mark + " language:de OR language:ko", "")))
        .containsExactlyInAnyOrder(id(german), id(korean));
    assertThat(editions(search.found(mark + " date:2024 OR language:en", "")))
        .containsExactly(id(english));
    assertThat(editions(search.found(mark + " language:de language:en", ""))).isEmpty();
  }

  @Test
  void a_language_is_counted_as_it_is_narrowed_down_to() throws Exception {
    String mark = mark();
    search.awaitFound(search.deposit("de-AT", null, mark), mark, "");
    search.awaitFound(search.deposit("de", null, mark), mark, "");

    assertThat(
            json(search.found(mark, "&facets=true"))
                .getJsonObject("facets")
                .getJsonObject("language")
                .getJsonArray("values")
                .toString())
        .contains("{\"value\":\"de\",\"count\":2}", "{\"value\":\"de-AT\",\"count\":1}");
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
    "order=newest&after=W10, after",
    "from=%2B999999999-12-31, from",
    "to=-999999999-01-01, to",
    "to=0000-01-01, to"
  })
  void a_parameter_that_cannot_be_is_refused_by_its_name(String parameter, String field)
      throws Exception {
    HttpResponse<String> answer = search.found("x", "&" + parameter);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "newest", "oldest", "changed"})
  void pages_in_any_order_go_on_to_the_end_without_gap_or_repeat(String order) throws Exception {
    String mark = mark();
    List<String> deposited = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Version version = search.deposit("en", null, mark);
      deposited.add(id(version));
      search.awaitFound(version, mark, "&limit=100");
    }

    HttpResponse<String> page = search.found(mark, "&limit=2&order=" + order);
    assertThat(json(page).getInt("total")).isEqualTo(5);
    List<String> seen = new ArrayList<>(editions(page));
    while (json(page).containsKey("next")) {
      page = search.next(page);
      seen.addAll(editions(page));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(deposited).doesNotHaveDuplicates();
    assertThat(json(search.found(mark, "&limit=5&order=" + order))).doesNotContainKey("next");
  }

  @Test
  void a_word_that_no_text_has_is_answered_with_one_that_some_have() throws Exception {
    String word = "zauberlehrling" + mark().replaceAll("[0-9]", "x").substring(4, 10);
    Version version = search.deposit("de", null, "Vom " + word + " in der Stadt.");
    search.awaitFound(version, word, "");

    String typed = word.replace("lehr", "lehhr");
    assertThat(json(search.found(typed, "")).getString("suggested")).isEqualTo(word);
    assertThat(json(search.found(word, ""))).doesNotContainKey("suggested");
    assertThat(json(search.found(typed + " office:XV-PRES", "")).getString("suggested"))
        .isEqualTo(word + " office:XV-PRES");
    // What would find nothing either is not offered.
    assertThat(json(search.found(typed + " language:en", ""))).doesNotContainKey("suggested");
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

  @Test
  void a_token_of_nobody_is_refused() throws Exception {
    HttpResponse<String> answer = search.found("x", "&after=bm9wZQ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getString("field")).isEqualTo("after");
  }
}
