package communique.rest;

import static org.assertj.core.api.Assertions.assertThat;

import communique.export.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header {@code Accept} gets. */
class NegotiationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | JSON",
        "application/json | JSON",
        "application/* | JSON",
        "application/ld+json | JSON_LD",
        "Application/LD+JSON; q=0.4 | JSON_LD",
        "application/x-bibtex, application/json;q=0.9 | BIBTEX",
        "application/x-bibtex;q=0.8, application/json;q=0.9 | JSON",
        "text/* | TEXT",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | XHTML",
        "application/json;q=0, */* | XHTML",
        "application/json;q=0.1, application/*;q=0.5, text/plain;q=0.6 | TEXT",
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | JSON_LD",
        "nonsense | JSON"
      })
  void the_best_liked_format_is_sent(String accept, Format expected) {
    assertThat(Negotiation.accepted(accept)).isEqualTo(expected);
  }

  @Test
  void without_a_header_the_stored_form_is_sent() {
    assertThat(Negotiation.accepted(null)).isEqualTo(Format.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png, image/*;q=0.5", "*/*;q=0"})
  void what_nothing_fits_is_not_acceptable(String accept) {
    assertThat(Negotiation.accepted(accept)).isNull();
  }
}
