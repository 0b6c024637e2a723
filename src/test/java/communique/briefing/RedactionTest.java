package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** E-mail addresses are taken out of a version, and nothing else. */
final class RedactionTest {
  private static final String SAID =
      """
      {"acceptedAt":"2026-01-01T00:00:00.000000Z","body":[{"text":[{"text":"%s"}],"type":"paragraph"}],\
      "briefing":"01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11","bylines":[{"email":"%s","name":"A"}],\
      "kind":"statement","language":"en","office":"XV-PRES","reference":"XV-PRES/2026/1","version":1}""";

  @Test
  void an_address_goes_in_capitals_or_not() {
    assertThat(
            redacted(
                "press@harbour.example", "Ask Press@HARBOUR.example, or press@harbour.example."))
        .contains("\"Ask [erased], or [erased].\"", "\"bylines\":[{\"name\":\"A\"}]");
  }

  @Test
  void of_two_addresses_of_which_one_begins_the_other_both_go_whole() {
    String both = "a@harbour.example\",\"name\":\"A\"},{\"email\":\"a@harbour.example.org";
    assertThat(redacted(both, "Ask A@harbour.example.org")).contains("\"Ask [erased]\"");
  }

  private static String redacted(String address, String text) {
    byte[] version = SAID.formatted(text, address).getBytes(StandardCharsets.UTF_8);
    return new String(Redaction.withoutEmailAddresses(version), StandardCharsets.UTF_8);
  }
}
