package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import communique.search.server.Analysis;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final Analysis ENGLISH = new Analysis("en");

  @Test
  void words_of_one_form_are_asked_as_they_are_and_nothing_in_them_is_an_operator() {
    Wording words = Wording.of(List.of("(a", "b|c", "'quoted'"), ENGLISH);
    assertThat(words.expression()).isEqualTo("(a b|c 'quoted'");
    assertThat(words.flags().toString()).isEqualTo("[Whitespace]");
  }

  @Test
  void a_word_with_an_apostrophe_is_asked_with_each_and_no_other_word_becomes_an_operator() {
    assertThat(Wording.of(List.of("(we're", "a|b", "c\\)"), ENGLISH).expression())
        .isEqualTo("(\\(we're|\\(we’re|\\(weʼre) (a\\|b) (c\\\\\\))");
  }

  @ParameterizedTest
  @CsvSource({
    "한국의, 한국의 한국",
    "회의, 회의",
    "한국은, 한국은",
    "한국의 역사, 한국의_역사",
    "l'équipe, l'équipe l’équipe lʼéquipe"
  })
  void korean_is_asked_with_the_genitive_and_without(String text, String forms) {
    assertThat(Wording.forms(text, Analysis.KOREAN))
        .isEqualTo(
            Set.copyOf(
                Arrays.stream(forms.split(" ", -1)).map(form -> form.replace('_', ' ')).toList()));
  }

  @Test
  void korean_words_are_asked_each_as_a_phrase_or_all_as_one() {
    assertThat(Wording.of(List.of("한국의", "7.0"), Analysis.KOREAN).expression())
        .isEqualTo("\"한국의 7.0\"|((\"한국의\"|\"한국\") (\"7.0\"))");
  }

  @Test
  void chinese_characters_are_read_as_sounds_in_korean_alone() {
    assertThat(Wording.isReadAsSounds("安倍首相", Analysis.KOREAN)).isTrue();
    assertThat(Wording.isReadAsSounds("한국", Analysis.KOREAN)).isFalse();
    assertThat(Wording.isReadAsSounds("安倍首相", new Analysis("ja"))).isFalse();
  }
}
