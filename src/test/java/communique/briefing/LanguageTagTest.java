package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({
    "DE, de",
    "zh-hant, zh-Hant",
    "PT-br, pt-BR",
    "sr-latn-rs, sr-Latn-RS",
    "es-419, es-419",
    "yue, yue"
  })
  void a_tag_is_kept_in_its_canonical_case(String given, String kept) {
    assertThat(new LanguageTag(given).tag()).isEqualTo(kept);
  }

  @Test
  void two_spellings_of_one_tag_are_the_same_language() {
    assertThat(new LanguageTag("EN-gb")).isEqualTo(new LanguageTag("en-GB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"de_DE", "german language", "d", "de-", "-de", "de--AT", "toolonglanguage"})
  void a_malformed_tag_is_refused(String tag) {
    Refusal refusal = Refused.by(() -> new LanguageTag(tag), Reason.BAD_FORMAT, "language");
    assertThat(refusal.value()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "qqq", "de-XX", "x-private", "und"})
  void a_well_formed_tag_that_names_no_language_is_refused(String tag) {
    Refused.by(() -> new LanguageTag(tag), Reason.UNKNOWN_VALUE, "language");
  }

  @Test
  void a_blank_tag_is_missing() {
    Refused.by(() -> new LanguageTag(" "), Reason.MISSING, "language");
  }

  @Test
  void a_tag_longer_than_any_real_one_is_refused() {
    Refused.by(() -> new LanguageTag("de-" + "a".repeat(40)), Reason.TOO_LONG, "language");
  }

  @Test
  void the_primary_language_is_the_first_subtag() {
    assertThat(new LanguageTag("zh-Hant-TW").primary()).isEqualTo("zh");
  }

  @ParameterizedTest
  @CsvSource({
    "de, de, true",
    "de, de-AT, true",
    "zh-Hans, zh-Hant, true",
    "de, da, false",
    "fi, fil, false",
    "fil, fi, false",
    "fi-FI, fil-PH, false"
  })
  void varieties_of_one_language_have_the_same_first_subtag(
      String one, String other, boolean varieties) {
    assertThat(new LanguageTag(one).isVarietyWith(new LanguageTag(other))).isEqualTo(varieties);
  }

  @ParameterizedTest
  @CsvSource({
    "de, de, true",
    "de-AT, de, true",
    "zh-Hant-TW, zh-Hant, true",
    "de, de-AT, false",
    "zh-Hans, zh-Hant, false",
    "fil, fi, false",
    "fi, fil, false"
  })
  void a_language_is_in_a_range_that_it_begins_with(String tag, String range, boolean in) {
    assertThat(new LanguageTag(tag).isIn(new LanguageTag(range))).isEqualTo(in);
  }

  @ParameterizedTest
  @CsvSource({"ar, true", "he, true", "fa-AF, true", "ko, false", "ru, false", "de, false"})
  void arabic_hebrew_and_persian_run_from_right_to_left(String tag, boolean rightToLeft) {
    assertThat(new LanguageTag(tag).rightToLeft()).isEqualTo(rightToLeft);
  }
}
