package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A short name of what has no headline is of whole words. */
class BeginningTest {
  private static final LanguageTag DE = new LanguageTag("de");

  @Test
  void the_first_words_end_with_a_word_in_every_script() {
    assertThat(Beginning.of("Ein kurzer Satz", DE, 80)).isEqualTo("Ein kurzer Satz");
    assertThat(Beginning.of("Ein längerer Satz", DE, 12)).isEqualTo("Ein längerer…");
    assertThat(Beginning.of("대통령은 통화를 했다", new LanguageTag("ko"), 6)).isEqualTo("대통령은…");
  }

  @Test
  void a_character_of_two_halves_is_not_cut_in_two() {
    assertThat(Beginning.of("\uD840\uDC00".repeat(20), new LanguageTag("zh"), 9))
        .matches("(\uD840\uDC00)+…");
  }
}
