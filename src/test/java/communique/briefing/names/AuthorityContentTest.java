package communique.briefing.names;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorityContentTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final LanguageTag KO = new LanguageTag("ko");
  private static final LanguageTag ZH = new LanguageTag("zh");
  private static final AuthorityContent VARGA =
      new AuthorityContent(
          AuthorityKind.PERSON,
          List.of(
              new Name("Varga", null, false),
              new Name("Wargas", DE, false),
              new Name("Elena Warga", DE, true),
              new Name("瓦爾加", new LanguageTag("zh-Hant"), true)),
          Map.of(),
          null,
          null);

  @Test
  void it_is_called_by_the_preferred_name_in_the_first_liked_language_that_it_has_one_in() {
    assertThat(VARGA.label(List.of(KO, DE, ZH)).text()).isEqualTo("Elena Warga");
    assertThat(VARGA.label(List.of(ZH, DE)).text()).isEqualTo("瓦爾加");
  }

  @Test
  void where_it_has_none_in_them_the_first_name_stands_for_it() {
    assertThat(VARGA.label(List.of(KO)).text()).isEqualTo("Varga");
    assertThat(VARGA.label(List.of()).text()).isEqualTo("Varga");
  }
}
