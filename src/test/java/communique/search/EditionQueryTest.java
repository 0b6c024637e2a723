package communique.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import communique.access.Caller;
import communique.access.Role;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditionQueryTest {
  private static final Caller DEPOSITOR =
      new Caller("kr", Role.DEPOSITOR, Set.of(new OfficeCode("KR-PRES")));

  private static final EditionId CORRECTED =
      new EditionId(UUID.randomUUID(), new LanguageTag("en"));

  @Test
  void the_public_is_asked_about_the_public_index_only() {
    assertThat(built("x", null, Caller.ANONYMOUS).index()).containsExactly("communique-public");
    assertThat(json("x", null, Caller.ANONYMOUS)).doesNotContain("terms", "restricted");
  }

  @Test
  void a_depositor_sees_what_waits_for_its_own_offices_only() {
    assertThat(built("x", null, DEPOSITOR).index())
        .containsExactly("communique-public", "communique-restricted");
    assertThat(json("x", null, DEPOSITOR))
        .contains("{\"term\":{\"office\":{\"value\":\"KR-PRES\"}}}")
        .contains("{\"term\":{\"restricted\":{\"value\":true}}}")
        .contains("{\"terms\":{\"edition\":[\"" + CORRECTED.briefing() + "_en\"]}}");
  }

  @Test
  void an_archivist_sees_every_newest_version_once() {
    assertThat(json("x", null, Caller.ARCHIVE))
        .contains("{\"terms\":{\"edition\":[\"" + CORRECTED.briefing() + "_en\"]}}")
        .doesNotContain("{\"term\":{\"office\"");
  }

  @Test
  void only_the_fields_of_the_language_are_asked() {
    String json = json("Telefonate", "de", Caller.ANONYMOUS);

    assertThat(json).contains("\"headline_de^8\"", "\"body_de^2\"", "\"range\":{\"value\":\"de\"}");
    assertThat(json).doesNotContain("body_en", "body_und");
  }

  @Test
  void without_a_language_each_is_asked_by_itself() {
    String json = json("x", null, Caller.ANONYMOUS);

    for (Analysis analysis : Analysis.all()) {
      assertThat(json)
          .contains("{\"term\":{\"analysis\":{\"value\":\"" + analysis.name() + "\"}}}")
          .contains("\"body_" + analysis.name() + "^2\"");
    }
  }

  @Test
  void nothing_a_reader_types_becomes_syntax_of_the_request() {
    String typed = "\"}}} {\"match_all\":{}} ~5 * fuzzy~ (a +b";

    assertThat(json(typed, "en", Caller.ANONYMOUS))
        .contains("\"flags\":\"NOT|OR|PHRASE|WHITESPACE\"")
        .contains("\"query\":\"\\\"}}} {\\\"match_all\\\":{}} ~5 * fuzzy~ (a +b\"");
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
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> new SearchRequest(query, null, null, null, limit, true));
  }

  private static String json(String query, @Nullable String language, Caller caller) {
    return built(query, language, caller).toString();
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest built(
      String query, @Nullable String language, Caller caller) {
    LanguageTag tag = language == null ? null : new LanguageTag(language);
    SearchRequest request = new SearchRequest(query, tag, null, null, 10, true);
    List<EditionId> corrected = caller.visibility().onlyPublic() ? List.of() : List.of(CORRECTED);
    return EditionQuery.of(request, Widening.none(query), caller.visibility(), corrected);
  }
}
