package communique.reading;

import static communique.briefing.Overviews.edition;
import static communique.briefing.Overviews.madeFrom;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import communique.briefing.Linkage;
import communique.briefing.Overview;
import communique.briefing.Overviews;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which edition a reader gets who says which languages he likes. */
class GetBestEditionTest {
  // The original is not the first one.
  private static final Overview OVERVIEW =
      Overviews.of(
          1,
          edition("de", 1, madeFrom("ko", null)),
          edition("ko", 1, null),
          edition("pt-BR", 1, madeFrom("ko", null)),
          edition("zh-Hant", 1, madeFrom("ko", null)));

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
    assertThat(GetBestEdition.best(OVERVIEW, LanguageRange.parse(wanted)))
        .isEqualTo(found(1, expected));
  }

  @Test
  void who_says_nothing_gets_the_original() {
    assertThat(GetBestEdition.best(OVERVIEW, List.of())).isEqualTo(found(1, "ko"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr, de;q=0.5 | 2 | fr",
        "de | 1 | de",
        "zh | 2 | zh",
        "es | 1 | ko",
        "pt-BR | 1 | pt-BR"
      })
  void an_edition_of_a_linked_briefing_is_given_where_it_fits_better(
      String wanted, int briefing, String expected) {
    Overview linked =
        Overviews.of(
            2,
            edition("de", 1, null),
            edition("fr", 1, null),
            edition("pt", 1, null),
            edition("zh", 1, null));
    Overview other = Overviews.of(3, edition("fr", 1, null));
    Overview around = new Linkage(List.of(OVERVIEW, linked, other), List.of()).around(OVERVIEW);
    assertThat(GetBestEdition.best(around, LanguageRange.parse(wanted)))
        .isEqualTo(found(briefing, expected));
  }

  private static GetBestEdition.Found found(int briefing, String language) {
    return new GetBestEdition.Found(new UUID(0, briefing), new LanguageTag(language));
  }
}
