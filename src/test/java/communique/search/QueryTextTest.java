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
  void a_minus_leaves_out_what_has_a_value() {
    assertThat(parse("call -language:en -date:2024").filters())
        .containsExactly(
            new Filter.Without(Filter.is(Facet.LANGUAGE, "en")),
            new Filter.Without(
                new Filter.Days(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31"))));
    assertThat(parse("-nofield:value").clauses())
        .containsExactly(new Without(words("nofield:value")));
  }

  @Test
  void or_joins_fields_with_fields() {
    QueryText query = parse("a language:de OR language:fr | language:ko office:kr-pres b");

    assertThat(query.filters())
        .containsExactly(
            new Filter.OneOf(Facet.LANGUAGE, List.of("de", "fr", "ko")),
            Filter.is(Facet.OFFICE, "KR-PRES"));
    assertThat(query.clauses()).containsExactly(words("a"), words("b"));
    assertThat(parse("kind:speech OR -office:kr-pres OR media:true").filters())
        .containsExactly(
            new Filter.Either(
                List.of(
                    Filter.is(Facet.KIND, "speech"),
                    new Filter.Without(Filter.is(Facet.OFFICE, "KR-PRES")),
                    Filter.is(Facet.MEDIA, "true"))));
  }

  @Test
  void beside_or_a_field_is_words_where_there_are_words_on_the_other_side() {
    assertThat(parse("climate OR kind:release zero"))
        .isEqualTo(
            new QueryText(
                List.of(
                    new Either(List.of(words("climate"), words("kind:release"))), words("zero")),
                List.of()));
    assertThat(parse("media:true kind:release OR climate"))
        .isEqualTo(
            new QueryText(
                List.of(new Either(List.of(words("kind:release"), words("climate")))),
                List.of(Filter.is(Facet.MEDIA, "true"))));
    assertThat(parse("kind:release OR -kind:speech OR headline:a"))
        .isEqualTo(
            new QueryText(
                List.of(
                    new Either(
                        List.of(
                            words("kind:release"),
                            new Without(words("kind:speech")),
                            new Headline(words("a"))))),
                List.of()));
  }

  @Test
  void an_or_that_nothing_stands_behind_or_before_says_nothing() {
    assertThat(parse("OR kind:release OR")).isEqualTo(parse("kind:release"));
    assertThat(parse("| a |")).isEqualTo(parse("a"));
  }

  @Test
  void marks_and_spaces_of_east_asia_are_read_as_those_of_the_west() {
    assertThat(parse("大統領\u3000－会談")).isEqualTo(parse("大統領 -会談"));
    assertThat(parse("大統領\u3000OR\u3000首相")).isEqualTo(parse("大統領 OR 首相"));
    assertThat(parse("「首脳 会談」｜『a b』＂c d＂")).isEqualTo(parse("\"首脳 会談\"|\"a b\"\"c d\""));
    assertThat(parse("language：ja 会談")).isEqualTo(parse("language:ja 会談"));
  }

  @Test
  void only_what_is_neither_a_field_nor_left_out_is_a_word() {
    String query = "xyzzyq office:KR-PRES section:\"Home affairs\" -b c";

    assertThat(QueryText.isWord(query, query.indexOf("xyzzyq"))).isTrue();
    assertThat(QueryText.isWord(query, query.indexOf("KR"))).isFalse();
    assertThat(QueryText.isWord(query, query.indexOf("PRES"))).isFalse();
    assertThat(QueryText.isWord(query, query.indexOf("affairs"))).isFalse();
    assertThat(QueryText.isWord(query, query.indexOf("b c"))).isFalse();
    assertThat(QueryText.isWord(query, query.length() - 1)).isTrue();
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
        .containsExactly(new Headline(words("call")), new Without(new Headline(new Phrase("b c"))));
    assertThat(parse("headline:„b c“ headline:d headline:e").clauses())
        .containsExactly(
            new Headline(new Phrase("b c")), new Headline(words("d")), new Headline(words("e")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Re: a",
        "http://example.org/a",
        "date:yesterday",
        "date:..",
        "date:2024-13",
        "date:0000",
        "date:0000-01-01",
        "kind:poem",
        "language:x",
        "media:perhaps",
        "subject:peace",
        "office:!",
        "nofield:value",
        "12:30"
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
