package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // wanted | preferred | editions | shown
        "''         | ''       | de ko           | de",
        "''         | ko       | de ko           | ko",
        "''         | fr ko de | de ko           | ko",
        "''         | fr       | de ko           | de",
        "''         | zh       | de zh-Hant      | zh-Hant",
        "''         | zh       | zh-Hant zh-Hans | zh-Hant",
        "''         | zh-Hans  | zh-Hant zh-Hans | zh-Hans",
        "''         | fi       | de fil          | de",
        "ko         | de       | de ko           | ko",
        "ko fr      | fr       | de ko fr        | fr",
        "ko fr      | de       | de ko fr        | ko",
        "zh-Hans    | zh       | zh-Hant zh-Hans | zh-Hans",
        "ja         | ko       | de ko           | ko"
      })
  void of_the_wanted_languages_the_one_is_shown_that_the_reader_likes_best(
      String wanted, String preferred, String editions, String shown) {
    assertThat(new LanguageChoice(tags(wanted), tags(preferred)).of(tags(editions)))
        .isEqualTo(new LanguageTag(shown));
  }

  private static List<LanguageTag> tags(String tags) {
    return Arrays.stream(tags.split(" "))
        .filter(tag -> !tag.isEmpty())
        .map(LanguageTag::new)
        .toList();
  }
}
