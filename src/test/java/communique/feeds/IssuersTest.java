package communique.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Offices are named as their readers would have it. */
class IssuersTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final LanguageTag KO = new LanguageTag("ko");
  private static final OfficeCode CODE = new OfficeCode("KR-PRES");

  @Test
  void a_near_language_is_better_than_another_one_and_a_name_better_than_a_code() {
    Issuers issuers = issuers(Map.of(DE, "Präsidialamt", KO, "대통령실"));
    assertThat(issuers.name(CODE, new LanguageTag("de-AT"))).isEqualTo("Präsidialamt");
    assertThat(issuers.name(CODE, new LanguageTag("fr"))).isEqualTo("대통령실");
    assertThat(issuers.name(CODE)).isEqualTo("대통령실");
    assertThat(issuers.name(new OfficeCode("XV-PRES"), DE)).isEqualTo("XV-PRES");
  }

  @Test
  void another_name_is_another_digest() {
    String digest = issuers(Map.of(DE, "Präsidialamt", KO, "대통령실")).digest();
    assertThat(issuers(Map.of(KO, "대통령실", DE, "Präsidialamt")).digest()).isEqualTo(digest);
    assertThat(issuers(Map.of(DE, "Präsidialkanzlei", KO, "대통령실")).digest()).isNotEqualTo(digest);
    assertThat(issuers(Map.of(KO, "대통령실")).digest()).isNotEqualTo(digest);
  }

  private static Issuers issuers(Map<LanguageTag, String> names) {
    return new Issuers(List.of(new Office(CODE, names, List.of(KO))));
  }
}
