package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import communique.search.Clause.Either;
import communique.search.Clause.Headline;
import communique.search.Clause.Phrase;
import communique.search.Clause.Without;
import communique.search.Clause.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
  private static final String VARGA = "01983d5a-0000-7000-8000-000000000001";

  @Test
  void words_that_follow_each_other_stay_together() {
    assertThat(parse("  first call  today ").clauses())
        .containsExactly(words("first", "call", "today"));
  }

  @Test
  void what_is_in_quotation_marks_of_any_kind_is_a_phrase() {
    assertThat(parse("a \"b c\" d").clauses())
        .containsExactly(words("a"), new Phrase("b c"), words("d"));
    assertThat(parse("„b c“").clauses()).containsExactly(new Phrase("b c"));
    assertThat(parse("«b c»").clauses()).containsExactly(new Phrase("b c"));
    assertThat(parse("\"b c").clauses()).containsExactly(new Phrase("b c"));
  }

  @Test
  void a_minus_leaves_out_a_word_or_a_phrase() {
    assertThat(parse("a -b -\"c d\" e-f").clauses())
        .containsExactly(
            words("a"), new Without(words("b")), new Without(new Phrase("c d")), words("e-f"));
  }

  @Test
  void or_and_the_bar_join_what_stands_beside_them() {
    Clause either = new Either(List.of(words("b"), words("c")));
    assertThat(parse("a b OR c d").clauses()).containsExactly(words("a"), either, words("d"));
    assertThat(parse("b|c").clauses()).containsExactly(either);
    assertThat(parse("\"x y\" | z | -w").clauses())
        .containsExactly(
            new Either(List.of(new Phrase("x y"), words("z"), new Without(words("w")))));
  }

  @Test
  void a_field_and_a_value_narrow_down() {
    QueryText query =
        parse(
            "call office:xv-pres kind:readOut section:\"Home affairs\" language:ZH-hant media:true");

    assertThat(query.clauses()).containsExactly(words("call"));
    assertThat(query.filters())
        .containsExactly(
            Filter.is(Facet.OFFICE, "XV-PRES"),
            Filter.is(Facet.KIND, "readOut"),
            Filter.is(Facet.SECTION, "Home affairs"),
            Filter.is(Facet.LANGUAGE, "zh-Hant"),
            Filter.is(Facet.MEDIA, "true"));
  }

  @Test
  void people_are_given_by_name_or_id() {
    Filter varga = Filter.is(Facet.PERSON, VARGA);

    assertThat(parse("person:\"Elena Varga\"").filters()).containsExactly(varga);
    assertThat(parse("person:" + VARGA).filters()).containsExactly(varga);
    assertThat(parse("person:Nobody").clauses()).containsExactly(words("person:Nobody"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01, 2024-12-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2024-02-03, 2024-02-03, 2024-02-03",
    "2023-11..2024-02, 2023-11-01, 2024-02-29",
    "2024.., 2024-01-01,",
    "..2024, , 2024-12-31"
  })
  void dates_are_as_exact_as_they_are_given(String text, LocalDate from, LocalDate to) {
    assertThat(parse("date:" + text).filters()).containsExactly(new Filter.Days(from, to));
  }

  @Test
  void words_of_the_headline_are_asked_for_by_its_name() {
    assertThat(parse("headline:call -headline:\"b c\"").clauses())
        .containsExactly(new Headline(words("call")), new Without(new Headline(words("b", "c"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Re: a", "http://example.org/a", "date:yesterday", "date:..", "date:2024-13", "kind:poem",
        "language:x", "media:perhaps", "subject:peace", "office:!", "nofield:value", "12:30"
      })
  void what_makes_no_sense_is_words(String query) {
    assertThat(parse(query).filters()).isEmpty();
    assertThat(parse(query).clauses()).hasSize(1).first().isInstanceOf(Words.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\"", "|", "||", " | ", "OR", "\" \"", "-\"\""})
  void marks_alone_say_nothing(String query) {
    assertThat(parse(query)).isEqualTo(new QueryText(List.of(), List.of()));
  }

  @Test
  void relaxed_any_of_the_words_can_be_missing_but_nothing_in_quotation_marks_or_left_out() {
    Sought sought = sought("first call \"in July\" -today home");

    assertThat(sought.words()).containsExactly("first", "call", "home");
    assertThat(sought.rest())
        .containsExactly(new Clause.Phrase("in July"), new Clause.Without(words("today")));
    assertThat(sought("\"in July\" -today this OR that headline:call").words()).isEmpty();
  }

  private static Sought sought(String query) {
    List<Clause> clauses = parse(query).clauses();
    return Sought.of(clauses, Widening.none(clauses));
  }

  private static Words words(String... words) {
    return new Words(List.of(words));
  }

  private static QueryText parse(String query) {
    return QueryText.parse(
        query,
        (facet, name) ->
            name.equals("Elena Varga") ? Optional.of(Filter.is(facet, VARGA)) : Optional.empty());
  }
}
