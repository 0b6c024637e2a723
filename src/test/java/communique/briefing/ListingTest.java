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

  @Test
  void a_place_in_another_list_is_refused_and_the_length_of_a_page_does_not_matter() {
    OfficeCode office = new OfficeCode("KR-PRES");
    LanguageTag korean = new LanguageTag("ko");
    Overview overview = Overviews.of(7, Overviews.edition("ko", 1, null));
    String token = new Listing(null, korean, null, 20).placeOf(overview).toString();
    Listing.Key place = Listing.Key.parse(token);
    assertThat(place).hasToString(token);
    assertThat(new Listing(null, korean, place, 5).after()).isEqualTo(place);
    Refused.by(() -> new Listing(office, null, place, 20), Reason.BAD_FORMAT, "after");
    Refused.by(() -> new Listing(null, null, place, 20), Reason.BAD_FORMAT, "after");
    // As it was told before there were marks.
    Listing.Key older = new Listing.Key(place.dated(), place.id());
    assertThat(new Listing(office, null, older, 20).after()).isEqualTo(older);
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
        "2025-07-24_01981f2e-5c00-7abc-8def-0123456789ab.more",
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
