package communique.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.FullVersion;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Linkage;
import communique.briefing.Notice;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Overview;
import communique.briefing.Overviews;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.ToldTranslation;
import communique.briefing.Translation;
import communique.briefing.VersionJson;
import communique.briefing.Withheld;
import communique.briefing.names.Name;
import communique.search.Facet;
import communique.search.Facets;
import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchPage;
import communique.search.Widened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document that this door writes is as its schema says. */
class DocumentsTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final LocalDate DAY = LocalDate.of(2025, 7, 24);
  private static final Notice NOTICE =
      new Notice(
          UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab"),
          "KR-PRES/2025/000417",
          new OfficeCode("KR-PRES"),
          1,
          Notice.Scope.ALL,
          Notice.State.WITHDRAWN,
          "Issued in error",
          null,
          Instant.EPOCH);

  @Test
  void a_version_with_everything_is_as_its_schema_says() {
    SchemaCheck.assertValid("version.schema.json", VersionJson.write(FullVersion.everything()));
  }

  @Test
  void a_version_with_hardly_anything_is_as_its_schema_says() {
    SchemaCheck.assertValid("version.schema.json", VersionJson.write(FullVersion.bare()));
  }

  @Test
  void the_schema_of_versions_refuses_a_name_it_does_not_know_and_an_unknown_block() {
    String bare = new String(VersionJson.write(FullVersion.bare()), UTF_8);
    SchemaCheck.assertInvalid("version.schema.json", bare.replace("\"kind\"", "\"sort\""));
    SchemaCheck.assertInvalid("version.schema.json", bare.replace("\"paragraph\"", "\"marquee\""));
  }

  @Test
  void an_overview_and_a_list_are_as_their_schemas_say() {
    SchemaCheck.assertValid("overview.schema.json", BriefingsJson.overview(overview()));
    SchemaCheck.assertValid(
        "list.schema.json", BriefingsJson.page(List.of(overview()), "/api/v1/briefings?after=x"));
    SchemaCheck.assertValid("list.schema.json", BriefingsJson.page(List.of(), null));
  }

  @Test
  void an_overview_with_linked_briefings_is_as_its_schema_says() {
    Overview korean = Overviews.of(1, Overviews.edition("ko", 3, null));
    Overview english = Overviews.of(2, Overviews.edition("en", 1, null));
    ToldTranslation told =
        new ToldTranslation(
            english.briefing().id(),
            new LanguageTag("en"),
            korean.briefing().id(),
            new Translation(new LanguageTag("ko"), 2, "A. Weber"));
    Linkage linkage = new Linkage(List.of(korean, english), List.of(told));
    byte[] written = BriefingsJson.overview(linkage.around(korean));
    SchemaCheck.assertValid("overview.schema.json", written);
    assertThat(new String(written, UTF_8))
        .containsSubsequence(
            "\"linked\":[{\"id\"",
            "\"translatedFrom\":\"ko\",\"translatedVersion\":2,\"stale\":true,"
                + "\"translator\":\"A. Weber\"");
  }

  @Test
  void offices_are_as_their_schema_says_and_their_names_in_one_order() {
    Map<LanguageTag, String> names = Map.of(DE, "Amt", new LanguageTag("ar"), "مكتب");
    byte[] written =
        BriefingsJson.offices(List.of(new Office(new OfficeCode("KR-PRES"), names, List.of(DE))));
    SchemaCheck.assertValid("offices.schema.json", written);
    assertThat(new String(written, UTF_8)).containsSubsequence("\"ar\":", "\"de\":");
  }

  @Test
  void an_office_that_has_ended_tells_its_last_day_and_who_took_over() {
    OfficeCode before = new OfficeCode("XV-GOV1");
    Office.End end = new Office.End(DAY, new OfficeCode("XV-GOV2"));
    byte[] written =
        BriefingsJson.offices(List.of(new Office(before, Map.of(DE, "Amt"), List.of(DE), end)));
    SchemaCheck.assertValid("offices.schema.json", written);
    assertThat(new String(written, UTF_8))
        .contains("\"until\":\"" + DAY + "\",\"successor\":\"XV-GOV2\"");
  }

  @Test
  void what_a_search_found_is_as_its_schema_says() {
    Hit hit =
        new Hit(
            overview().briefing().id(),
            "KR-PRES/2025/000417",
            new OfficeCode("KR-PRES"),
            Kind.READ_OUT,
            DE,
            1,
            null,
            "Politik",
            DAY,
            "Präsident …",
            Instant.EPOCH,
            List.of(List.of(new Fragment("das ", false), new Fragment("Telefonat", true))),
            true,
            List.of(DE, new LanguageTag("ko")));
    Name name = new Name("Elena Varga", DE, true);
    Map<Facet, Facets.Counts> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, new Facets.Counts(List.of(new Facets.Count("v", name, 2)), 3));
    }
    SchemaCheck.assertValid(
        "search.schema.json",
        SearchJson.page(
            new SearchPage(
                1,
                true,
                List.of(hit),
                "t",
                List.of(new Widened("Warga", UUID.randomUUID(), "Elena Varga", List.of("Варга"))),
                new Facets(counts, List.of(new Facets.Count("2025-07", null, 1))),
                "Telefonat",
                0),
            "/api/v1/search?after=t"));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_refusal_is_a_problem_as_the_schema_says(Reason reason) {
    Problem problem = Refusals.problem(new Refusal(reason, "limit", "must be 1 to 100", "0"));
    SchemaCheck.assertValid("problem.schema.json", problem.bytes());
    assertThat(problem.detail()).isEqualTo("limit must be 1 to 100");
  }

  private static Overview overview() {
    return new Overview(
        new Briefing(
            UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab"),
            "KR-PRES/2025/000417",
            new OfficeCode("KR-PRES"),
            Kind.READ_OUT,
            null),
        DAY,
        List.of(
            edition(DE, Withheld.NOT),
            edition(new LanguageTag("ko"), new Withheld(NOTICE, Instant.EPOCH))));
  }

  private static Overview.Edition edition(LanguageTag language, Withheld withheld) {
    return new Overview.Edition(
        language,
        null,
        false,
        1,
        null,
        "Politik",
        DAY,
        "Präsident …",
        Digest.of(new byte[0]),
        withheld);
  }
}
