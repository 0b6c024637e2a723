package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void a_part_that_is_refused_names_its_place_in_the_whole() {
    Refusal refusal =
        Refused.by(
            () ->
                Refusal.within(
                    "edition",
                    () -> Refusal.within("bylines[2]", () -> new Byline("Name", null, "not mail"))),
            Reason.BAD_FORMAT,
            "edition.bylines[2].email");
    assertThat(refusal.value()).isEqualTo("not mail");
  }

  @Test
  void a_part_that_is_refused_as_a_whole_is_named_by_its_place_alone() {
    Refused.by(
        () -> Refusal.within("contact", () -> new Contact(null, null, null)),
        Reason.MISSING,
        "contact");
  }

  @Test
  void a_part_that_is_right_is_given_on() {
    assertThat(Refusal.within("office", () -> new OfficeCode("XV-PRES")).code())
        .isEqualTo("XV-PRES");
  }

  @Test
  void a_long_value_is_told_back_shortened() {
    Refusal refusal = new Refusal(Reason.TOO_LONG, "headline", "must be shorter", "x".repeat(999));
    assertThat(refusal.value()).hasSize(201).startsWith("xxx").endsWith("…");
  }

  @Test
  void its_message_for_the_log_does_not_hold_the_value() {
    Refusal refusal = new Refusal(Reason.BAD_FORMAT, "email", "must be an address", "secret");
    assertThat(refusal).hasMessage("BAD_FORMAT email: must be an address");
  }

  @Test
  void its_cause_outlives_the_naming_of_its_place() {
    Refusal refusal =
        Refused.by(
            () -> Refusal.within("edition", () -> new LanguageTag("de_DE")),
            Reason.BAD_FORMAT,
            "edition.language");
    assertThat(refusal).hasCauseInstanceOf(java.util.IllformedLocaleException.class);
  }
}
