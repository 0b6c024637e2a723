package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"KR-PRES", "XV-MFA", "DE-BPA", "AB-12", "AB-ABCDEFGHIJ12"})
  void a_country_and_an_office_make_a_code(String code) {
    assertThat(new OfficeCode(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kr-pres", "KR", "KR-", "KRPRES", "KOR-PRES", "KR-P", "KR-PRES\n", "KR_PRES"})
  void any_other_form_is_refused(String code) {
    Refusal refusal = Refused.by(() -> new OfficeCode(code), Reason.BAD_FORMAT, "office");
    assertThat(refusal.value()).isEqualTo(code);
  }
}
