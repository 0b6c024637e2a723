package communique.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.FieldValue;
import communique.access.Caller;
import communique.access.Role;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import communique.search.server.Analysis;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BriefingQueryTest {
  private static final Caller DEPOSITOR =
      new Caller("kr", Role.DEPOSITOR, Set.of(new OfficeCode("KR-PRES")));

  private static final UUID CORRECTED = UUID.randomUUID();

  @Test
  void the_public_is_asked_about_the_public_index_only() {
    assertThat(built("x", null, Caller.ANONYMOUS).index()).containsExactly("communique-v4-public");
    assertThat(json("x", null, Caller.ANONYMOUS)).doesNotContain("restricted");
  }

  @Test
  void a_depositor_sees_what_waits_for_its_own_offices_only() {
    assertThat(built("x", null, DEPOSITOR).index())
        .containsExactly("communique-v4-public", "communique-v4-restricted");
    assertThat(json("x", null, DEPOSITOR))
        .contains("{\"term\":{\"office\":{\"value\":\"KR-PRES\"}}}")
        .contains("{\"term\":{\"restricted\":{\"value\":true}}}")
        .contains("{\"terms\":{\"briefing\":[\"" + CORRECTED + "\"]}}");
  }

  @Test
  void an_archivist_sees_every_newest_version_once() {
    assertThat(json("x", null, Caller.ARCHIVE))
        .contains("{\"terms\":{\"briefing\":[\"" + CORRECTED + "\"]}}")
        .doesNotContain("{\"term\":{\"office\"");
  }

  @Test
  void only_the_fields_of_the_language_are_asked() {
    String json = json("Telefonate", "de", Caller.ANONYMOUS);

    assertThat(json)
        .contains(
            "\"editions.headline_de^8\"", "\"editions.body_de^2\"", "\"editions.range\":[\"de\"]");
    assertThat(json).doesNotContain("body_en", "body_und");
  }

  @Test
  void without_a_language_each_is_asked_by_itself() {
    String json = json("x", null, Caller.ANONYMOUS);

    for (Analysis analysis : Analysis.all()) {
      assertThat(json)
          .contains("{\"term\":{\"editions.analysis\":{\"value\":\"" + analysis.name() + "\"}}}")
          .contains("\"editions.body_" + analysis.name() + "^2\"");
    }
  }

  @Test
  void nothing_a_reader_types_becomes_syntax_of_the_request() {
    String typed = "\"}}} {\"match_all\":{}} ~5 * fuzzy~ (a +b";

    assertThat(json(typed, "en", Caller.ANONYMOUS))
        .contains("\"flags\":\"WHITESPACE\"")
        .contains("\"query\":\":{}} ~5 * fuzzy~ (a +b\"")
        .doesNotContain("{\"match_all\":{}}");
  }

  @Test
  void in_which_language_a_find_is_shown_changes_nothing_of_what_is_found() {
    SearchRequest.Manner korean =
        new SearchRequest.Manner(
            true, List.of(new LanguageTag("ko")), SearchRequest.Counting.NOTHING);
    SearchRequest request =
        new SearchRequest(
            "x", List.of(), Order.RELEVANCE, new SearchRequest.Page(null, 10), korean);

    assertThat(built(request, Caller.ANONYMOUS).query())
        .hasToString(String.valueOf(built("x", null, Caller.ANONYMOUS).query()));
  }

  @Test
  void all_pages_of_a_search_ask_the_same_copies_of_the_index() {
    String preference = built("x", null, Caller.ANONYMOUS).preference();
    SearchRequest first = request("x", null, 10);
    String second =
        PageToken.of(
                Order.RELEVANCE,
                List.of(
                    FieldValue.of(1.5),
                    FieldValue.of("2025-07-24"),
                    FieldValue.of(CORRECTED.toString())),
                null,
                first.mark())
            .text();
    SearchRequest next =
        new SearchRequest(
            first.query(),
            first.filters(),
            first.order(),
            new SearchRequest.Page(second, 5),
            SearchRequest.Manner.PLAIN);

    assertThat(preference).isNotNull().doesNotStartWith("_");
    assertThat(built(next, Caller.ANONYMOUS).preference()).isEqualTo(preference);
    assertThat(built("y", null, Caller.ANONYMOUS).preference()).isNotEqualTo(preference);
  }

  @Test
  void of_what_is_found_by_words_only_the_edition_is_asked_for_that_fits() {
    assertThat(json("x", null, Caller.ANONYMOUS))
        .contains("\"_source\":false", "\"docvalue_fields\":[{\"field\":\"editions.language\"}]")
        .doesNotContain("shown");
    assertThat(json("kind:speech", null, Caller.ANONYMOUS)).contains("\"shown\"");
  }

  @Test
  void a_query_is_read_in_normalisation_form_c() {
    assertThat(request("Mu\u0308ller section:\"Re\u0301union\"", null, 10).query())
        .isEqualTo("M\u00fcller section:\"R\u00e9union\"");
    assertThat(Filter.is(Facet.SECTION, "Re\u0301union"))
        .isEqualTo(Filter.is(Facet.SECTION, "R\u00e9union"));
  }

  @Test
  void half_an_answer_is_no_answer() {
    assertThat(built("x", null, Caller.ANONYMOUS).allowPartialSearchResults()).isFalse();
  }

  @Test
  void a_request_has_its_limits() {
    assertRefused("", 10);
    assertRefused(" ", 10);
    assertRefused("x".repeat(501), 10);
    assertRefused("x", 0);
    assertRefused("x", 101);
  }

  private static void assertRefused(String query, int limit) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> request(query, null, limit));
  }

  private static String json(String query, @Nullable String language, Caller caller) {
    return built(query, language, caller).toString();
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest built(
      String query, @Nullable String language, Caller caller) {
    return built(request(query, language, 10), caller);
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest built(
      SearchRequest request, Caller caller) {
    QueryText text = QueryText.parse(request.query(), (facet, name) -> Optional.empty());
    List<UUID> corrected = caller.visibility().onlyPublic() ? List.of() : List.of(CORRECTED);
    Sought sought = Sought.of(text.clauses(), Widening.none(text.clauses()));
    List<Filter> filters =
        Stream.concat(request.filters().stream(), text.filters().stream()).toList();
    return new BriefingQuery(request, sought, filters).of(new Seen(caller.visibility(), corrected));
  }

  private static SearchRequest request(String query, @Nullable String language, int limit) {
    LanguageTag tag = language == null ? null : new LanguageTag(language);
    return new SearchRequest(
        query,
        SearchRequest.filters(tag, null),
        Order.RELEVANCE,
        new SearchRequest.Page(null, limit),
        SearchRequest.Manner.PLAIN);
  }
}
