package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which edition a reader gets who says which languages he likes. */
class GetBestEditionTest {
  // The original is not the first one.
  private static final List<Overview.Edition> EDITIONS =
      Stream.of("de", "ko", "pt-BR", "zh-Hant").map(GetBestEditionTest::edition).toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | de",
        "de-AT | de",
        "fr, de;q=0.5 | de",
        "de;q=0.5, pt-BR | pt-BR",
        "zh | zh-Hant",
        "pt-PT, de;q=0.9 | de",
        "fr | ko",
        "* | ko",
        "de;q=0, fr | ko",
        "DE | de"
      })
  void the_language_liked_best_is_given_and_in_the_end_the_original(
      String wanted, String expected) {
    assertThat(GetBestEdition.best(EDITIONS, LanguageRange.parse(wanted))).hasToString(expected);
  }

  @Test
  void who_says_nothing_gets_the_original() {
    assertThat(GetBestEdition.best(EDITIONS, List.of())).hasToString("ko");
  }

  private static Overview.Edition edition(String language) {
    LanguageTag ko = new LanguageTag("ko");
    return new Overview.Edition(
        new LanguageTag(language),
        language.equals("ko") ? null : ko,
        null,
        false,
        1,
        null,
        null,
        null,
        "",
        Digest.of(new byte[0]));
  }
}
