package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 24);

  @Test
  void a_day_without_a_time_has_no_midnight() {
    assertThat(new Issued(DAY, null, null).time()).isNull();
  }

  @Test
  void a_time_may_come_without_a_zone() {
    assertThatCode(() -> new Issued(DAY, LocalTime.NOON, null)).doesNotThrowAnyException();
  }

  @Test
  void a_zone_without_a_time_is_refused() {
    Refusal refusal =
        Refused.by(() -> new Issued(DAY, null, ZoneOffset.ofHours(9)), Reason.MISSING, "time");
    assertThat(refusal.value()).isEqualTo("+09:00");
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 10_000, -44})
  void a_year_without_four_digits_is_refused(int year) {
    Refused.by(() -> new Issued(LocalDate.of(year, 1, 1), null, null), Reason.OUT_OF_RANGE, "date");
  }
}
