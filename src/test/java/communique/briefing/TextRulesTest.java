package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003\n"})
  void a_name_that_says_nothing_is_missing(String name) {
    Refused.by(() -> new Byline(name, null, null), Reason.MISSING, "name");
  }

  @Test
  void the_longest_name_is_taken_and_one_character_more_is_not() {
    assertThatCode(() -> new Byline("n".repeat(300), null, null)).doesNotThrowAnyException();
    Refused.by(() -> new Byline("n".repeat(301), null, null), Reason.TOO_LONG, "name");
  }

  @Test
  void a_character_outside_the_basic_plane_counts_as_one() {
    assertThatCode(() -> new Mention("𠮷".repeat(300), null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0008b", "a\u007fb", "a\u0090b", "a\uffffb", "a\ud800b"})
  void characters_that_xml_or_the_database_cannot_hold_are_refused(String name) {
    Refusal refusal = Refused.by(() -> new Place(name, null), Reason.BAD_FORMAT, "name");
    assertThat(refusal.rule()).contains(String.format("U+%04X", name.codePointAt(1)));
    assertThat(refusal.value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nline", "tab\ttab", "𠮷野家", "e\u0301", "أب", "\u200fمن"})
  void all_other_text_is_kept_as_it_is(String name) {
    assertThat(new Place(name, null).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"press", "press@", "@valdoria.example", "Press <press@valdoria.example>"})
  void an_address_that_is_no_plain_e_mail_address_is_refused(String email) {
    Refused.by(() -> new Contact(null, email, null), Reason.BAD_FORMAT, "email");
  }

  @Test
  void a_contact_says_at_least_one_thing() {
    Refused.by(() -> new Contact(null, null, null), Reason.MISSING, "");
    assertThatCode(() -> new Contact(null, null, "+999 1 555")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "/relative", "ftp://a.example/"})
  void a_link_leads_to_the_web_or_to_mail_only(String link) {
    Refused.by(() -> new Span("here", null, URI.create(link)), Reason.BAD_FORMAT, "link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/?q=1", "HTTP://a.example/", "mailto:a@b.example"})
  void a_link_to_the_web_or_to_mail_is_taken(String link) {
    assertThat(new Span("here", null, URI.create(link)).link()).hasToString(link);
  }

  @Test
  void a_text_that_is_no_address_is_refused_by_name() {
    Refusal refusal =
        Refused.by(() -> Text.uri("webAddress", "http://a b"), Reason.BAD_FORMAT, "webAddress");
    assertThat(refusal.value()).isEqualTo("http://a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kr", "KOR", "K", ""})
  void a_country_is_two_capital_letters(String country) {
    Refused.by(() -> new Place("Seoul", country), Reason.BAD_FORMAT, "country");
  }

  @Test
  void a_translation_is_made_from_a_version_that_can_exist() {
    Refused.by(
        () -> new Translation(new LanguageTag("ko"), 0, null), Reason.OUT_OF_RANGE, "version");
  }
}
