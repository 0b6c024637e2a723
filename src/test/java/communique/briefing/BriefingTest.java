package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BriefingTest {
  private static final Briefing READ_OUT =
      new Briefing(
          UUID.fromString("01981f2e-5c00-7abc-8def-0123456789ab"),
          "XV-PRES/2026/000001",
          new OfficeCode("XV-PRES"),
          Kind.READ_OUT,
          LocalDate.of(2026, 3, 3));

  @Test
  void a_repeated_hand_over_is_the_same_whatever_identity_it_was_given() {
    Briefing again =
        new Briefing(
            UUID.randomUUID(), "", READ_OUT.office(), READ_OUT.kind(), READ_OUT.eventDate());
    assertThat(again).isNotEqualTo(READ_OUT);
    assertThat(again.unidentified()).isEqualTo(READ_OUT.unidentified());
  }

  @Test
  void a_reference_changes_nothing_else() {
    assertThat(READ_OUT.withReference("").withReference(READ_OUT.reference())).isEqualTo(READ_OUT);
  }

  @Test
  void an_event_before_the_year_1000_is_refused() {
    Refused.by(
        () ->
            new Briefing(
                READ_OUT.id(), "", READ_OUT.office(), Kind.SPEECH, LocalDate.of(800, 12, 25)),
        Reason.OUT_OF_RANGE,
        "eventDate");
  }
}
