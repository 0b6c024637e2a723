package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
  private static final UUID ID = UUID.fromString("01981f2e-5c00-7abc-8def-0123456789ab");

  @Test
  void a_key_reads_what_it_wrote() {
    Listing.Key key = new Listing.Key(LocalDate.of(2025, 7, 24), ID);
    assertThat(key).hasToString("2025-07-24_" + ID);
    assertThat(Listing.Key.parse(key.toString())).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-07-24",
        "2025-02-30_01981f2e-5c00-7abc-8def-0123456789ab",
        "2025-07-24_no-uuid",
        "+999999999-01-01_1-1-1-1-1",
        "+999999999-01-01_01981f2e-5c00-7abc-8def-0123456789ab",
        "2025-07-24_1-1-1-1-1",
        "2025-07-24_01981f2e-5c00-7abc-8def-0123456789ab_more"
      })
  void a_token_that_no_page_gave_is_refused(String token) {
    Refusal refusal = Refused.by(() -> Listing.Key.parse(token), Reason.BAD_FORMAT, "after");
    assertThat(refusal.value()).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void a_page_has_1_to_100_briefings(int limit) {
    Refused.by(() -> new Listing(null, null, null, limit), Reason.OUT_OF_RANGE, "limit");
  }
}
