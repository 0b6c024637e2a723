package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @ValueSource(strings = {"1000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
  void an_instant_of_a_usual_year_is_taken(String text) {
    Instant instant = Instant.parse(text);
    assertThat(Dates.plausible("until", instant, text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+12025-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00",
        "1000-01-01T00:00:00+14:00",
        "-0001-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00"
      })
  void an_instant_whose_year_in_utc_has_not_four_digits_is_refused(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    Refusal refusal =
        Refused.by(() -> Dates.plausible("until", instant, text), Reason.OUT_OF_RANGE, "until");
    assertThat(refusal.value()).isEqualTo(text);
  }

  @Test
  void a_year_that_no_type_holds_is_refused() {
    Refused.by(() -> Dates.plausible("at", Long.MAX_VALUE, "?"), Reason.OUT_OF_RANGE, "at");
  }
}
