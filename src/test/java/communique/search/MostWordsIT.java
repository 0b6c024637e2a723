package communique.search;

import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.json;
import static communique.search.Searcher.mark;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Version;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searching through the REST door: what is found where few texts have all words. */
@ExtendWith(RunningSystem.Shared.class)
class MostWordsIT {
  private final Searcher search;

  MostWordsIT(RunningSystem system) {
    this.search = new Searcher(system);
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
  void a_code_that_differs_in_one_sign_is_another_in_every_language() throws Exception {
    String code = mark();
    String other = code.substring(0, code.length() - 1) + (code.endsWith("7") ? '8' : '7');
    for (String language : List.of("de", "ko", "ja", "sv")) {
      Version version = search.deposit(language, null, code);
      search.awaitFound(version, code, "&language=" + language);
    }
    assertThat(editions(search.found(other, ""))).isEmpty();
  }

  @Test
  void texts_with_most_words_come_after_the_few_with_all_and_the_answer_says_how_many_these_are()
      throws Exception {
    String first = mark();
    String second = mark();
    String third = mark();
    Version complete =
        search.deposit(
            "en", null, "Much else. ".repeat(30) + first + " and " + second + " " + third);
    Version most = search.deposit("en", first + " " + second, "Marigolds.");
    search.deposit("en", first, "One of them.");
    String query = String.join(" ", first, second, third);
    search.awaitFound(complete, query, "");
    search.awaitFound(most, query, "");

    HttpResponse<String> found = search.found(query, "&facets=true");
    assertThat(editions(found)).containsExactly(id(complete), id(most));
    assertThat(json(found).getInt("total")).isEqualTo(2);
    assertThat(json(found).getInt("complete")).isEqualTo(1);
    assertThat(json(found).getBoolean("relaxed")).isTrue();
    assertThat(json(found).getJsonObject("facets").getJsonObject("language").toString())
        .contains("\"count\":2");
    for (String strictly : List.of("&widen=false", "&order=newest", "&order=changed")) {
      HttpResponse<String> all = search.found(query, strictly);
      assertThat(editions(all)).as(strictly).containsExactly(id(complete));
      assertThat(json(all)).as(strictly).doesNotContainKeys("relaxed", "complete");
    }
    assertThat(editions(search.found(query + " -marigold", ""))).containsExactly(id(complete));
    assertThat(editions(search.found("\"" + first + " and\" " + query, "")))
        .containsExactly(id(complete));
  }

  @Test
  void pages_go_on_from_texts_with_all_words_to_the_end_of_those_with_most() throws Exception {
    List<String> words = List.of(mark(), mark(), mark());
    String all = String.join(" ", words);
    List<String> complete = new ArrayList<>();
    List<String> most = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      most.add(id(search.deposit("en", words.get(0) + " " + words.get(1), "No. " + i)));
      Version last = search.deposit("de", null, all);
      complete.add(id(last));
      search.awaitFound(last, all, "&limit=100");
    }

    HttpResponse<String> page = search.found(all, "&limit=2");
    List<String> seen = new ArrayList<>(editions(page));
    assertThat(json(page).getInt("total")).isEqualTo(6);
    while (json(page).containsKey("next")) {
      page = search.next(page);
      assertThat(json(page).getInt("complete")).isEqualTo(3);
      seen.addAll(editions(page));
    }
    assertThat(seen.subList(0, 3)).containsExactlyInAnyOrderElementsOf(complete);
    assertThat(seen.subList(3, seen.size())).containsExactlyInAnyOrderElementsOf(most);
  }

  @Test
  void a_single_word_brings_words_like_it_only_when_no_text_has_it() throws Exception {
    // Without figures: a number that is another is no number misspelt.
    String word = mark().replaceAll("[0-9]", "x");
    Version same = search.deposit("en", null, word + "a");
    Version like = search.deposit("en", null, word + "i");
    search.awaitFound(same, word + "a", "");
    search.awaitFound(like, word + "i", "");

    assertThat(editions(search.found(word + "a", ""))).containsExactly(id(same));
    assertThat(editions(search.found(word + "u", "")))
        .containsExactlyInAnyOrder(id(same), id(like));
  }
}
