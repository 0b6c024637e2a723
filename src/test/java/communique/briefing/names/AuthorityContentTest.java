package communique.briefing.names;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityContentTest {
  private static final AuthorityContent VARGA =
      content(
          new Name("Elena Varga", new LanguageTag("en"), true),
          new Name("Helene Warga", new LanguageTag("de"), false),
          new Name("Elena Warga", new LanguageTag("de"), true),
          new Name("Warga Elena", new LanguageTag("de-CH"), false),
          new Name("エレナ・バルガ", new LanguageTag("ja"), false),
          new Name("VARGA", null, true));

  @ParameterizedTest
  @CsvSource({
    "de, Elena Warga",
    "de-AT, Elena Warga",
    "de-CH, Warga Elena",
    "en-GB, Elena Varga",
    "ja, エレナ・バルガ",
    "fr, Elena Varga"
  })
  void it_is_told_by_the_name_of_a_reader_s_language_or_of_another_variety_of_it(
      String language, String name) {
    assertThat(VARGA.label(List.of(new LanguageTag(language))).text()).isEqualTo(name);
  }

  @Test
  void it_is_told_by_its_first_name_to_who_likes_no_language() {
    assertThat(VARGA.label(List.of()).text()).isEqualTo("Elena Varga");
  }

  @Test
  void the_first_language_that_it_has_a_name_in_decides() {
    List<LanguageTag> liked =
        List.of(new LanguageTag("ko"), new LanguageTag("ja"), new LanguageTag("de"));
    assertThat(VARGA.label(liked).text()).isEqualTo("エレナ・バルガ");
  }

  private static AuthorityContent content(Name... names) {
    List<Name> all = Arrays.asList(names);
    return new AuthorityContent(AuthorityKind.PERSON, all, Map.of(), null, null);
  }
}
