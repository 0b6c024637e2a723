package communique.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.FullVersion;
import communique.briefing.Issued;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Linkage;
import communique.briefing.MediaFile;
import communique.briefing.Notice;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Overview;
import communique.briefing.Overviews;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.RecalledFiles;
import communique.briefing.Refusal;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.Withheld;
import communique.readingroom.article.ArticlePage;
import communique.readingroom.article.EditionHistory;
import communique.readingroom.article.Issuer;
import communique.readingroom.article.ShownMedia;
import communique.readingroom.lists.Filters;
import communique.readingroom.lists.Listed;
import communique.readingroom.page.Basket;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.Entry;
import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Problem;
import communique.readingroom.page.Room;
import communique.readingroom.page.SubjectLink;
import communique.readingroom.page.Words;
import communique.readingroom.search.Results;
import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchAddress;
import communique.search.SearchPage;
import communique.subject.SubjectNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final LanguageTag AR = new LanguageTag("ar");
  private static final LanguageTag EN = new LanguageTag("en");
  private static final Words WORDS = Words.in(EN);
  private static final SubjectNames SUBJECTS = new SubjectNames(Optional.empty());
  private static final OfficeNames OFFICES =
      new OfficeNames(
          List.of(new Office(new OfficeCode("KR-PRES"), Map.of(DE, "Amt & Co"), List.of(DE))),
          WORDS);

  @Test
  void what_an_office_writes_is_shown_and_never_taken_for_markup() {
    assertThat(article(FullVersion.everything()))
        .contains("&lt;/script&gt;", "Übersetzer &lt;A&gt;", "<em>stressed</em>")
        .contains("href=\"https://example.org/a?b=c&amp;d\" rel=\"noopener\"")
        .doesNotContain("</script>", "<A>");
  }

  @Test
  void a_text_without_a_headline_is_shown_without_one() {
    assertThat(article(FullVersion.bare()))
        .contains("<title>One sentence. · Communiqué</title>")
        .contains("<h1 class=\"unseen\"")
        .doesNotContain("<h1>");
  }

  @Test
  void a_picture_stands_with_its_caption_its_credit_and_its_words_for_the_blind() {
    assertThat(article(FullVersion.everything()))
        .contains("alt=\"Two people\"", "width=\"1200\"", "height=\"800\"")
        .containsSubsequence("<figcaption dir=\"auto\">", "Caption", "ⓒ Office", "</figcaption>");
  }

  @Test
  void a_picture_that_was_not_handed_over_leaves_a_sign() {
    assertThat(article(FullVersion.everything()))
        .contains(WORDS.of("media.absent", Placement.Role.DOCUMENT));
  }

  @Test
  void a_recalled_picture_leaves_the_reason_and_nothing_else() {
    Version version = FullVersion.everything();
    MediaFile file = RecalledFiles.NONE.shownFiles(version.content()).get(0);
    RecalledFiles recalled = new RecalledFiles(Map.of(file.sha256(), "Rights <unclear>"));
    assertThat(html("article.jte", page(version, recalled, null)))
        .contains(
            "This file was recalled: <span lang=\"\" dir=\"auto\">Rights &lt;unclear&gt;</span>")
        .doesNotContain("" + file.sha256(), "Caption", "Two people", "ⓒ Office");
  }

  @Test
  void a_note_in_this_rooms_language_leads_from_a_stale_translation_to_the_original() {
    EditionLink original = new EditionLink(AR, "العربية", "/briefings/x/ar");
    assertThat(html("article.jte", page(FullVersion.bare(), RecalledFiles.NONE, original)))
        .containsSubsequence("<div class=\"banner\">", "earlier version", "</div>", "<article")
        .contains("<a href=\"/briefings/x/ar\" hreflang=\"ar\">The original as it is now");
    assertThat(article(FullVersion.bare())).doesNotContain("earlier version");
  }

  @Test
  void what_was_withdrawn_leaves_a_notice_that_says_what_when_and_why() {
    Briefing briefing = FullVersion.bare().briefing();
    Notice notice =
        new Notice(
            briefing.id(),
            "KR-PRES/2025/000417",
            new OfficeCode("KR-PRES"),
            1,
            Notice.Scope.ALL,
            Notice.State.WITHDRAWN,
            "A <draft>",
            "عنوان",
            Instant.parse("2025-07-24T23:30:00Z"));
    assertThat(
            html(
                "error.jte", ErrorPage.of(notice, new Office.Name("Office <&> Co", DE), List.of())))
        .containsSubsequence(
            "This was withdrawn",
            "<dd lang=\"\" dir=\"auto\">عنوان</dd>",
            "<dd>KR-PRES/2025/000417</dd>",
            "<span lang=\"de\" dir=\"ltr\">Office &lt;&amp;&gt; Co</span>",
            "<dt>Withdrawn on</dt>",
            "July 24, 2025",
            "<dd lang=\"\" dir=\"auto\">A &lt;draft&gt;</dd>");
  }

  @Test
  void what_is_wrong_is_told_in_the_language_of_the_reader() {
    Room german = new Room(Words.in(DE), "/", "", Basket.EMPTY);
    Refusal refusal = new Refusal(Reason.BAD_FORMAT, "language", "must be well-formed", "x-");
    ErrorPage invalid = ErrorPage.of("invalid", Problem.of(refusal, german.words()).get(0).text());
    assertThat(new String(Pages.html("error.jte", invalid, german), UTF_8))
        .contains(" lang=\"de\" dir=\"ltr\">", "<h1>Diese Adresse ist nicht verständlich</h1>")
        .contains("<p class=\"detail\">Sprache: „x-“ ist nicht lesbar.<")
        .doesNotContain("must be");
  }

  @Test
  void each_page_leads_to_itself_in_the_other_languages_of_the_room() {
    assertThat(html("newest.jte", listed(List.of(), null, null)))
        .contains("href=\"?a=b&amp;ui=ko\" lang=\"ko\" hreflang=\"ko\">한국어</a>")
        .contains("hreflang=\"en\" aria-current=\"true\">English</a>");
  }

  @Test
  void a_day_without_a_time_is_no_midnight() {
    Issued day = new Issued(LocalDate.of(2025, 7, 24), null, null);
    assertThat(Words.issued(day, DE)).isEqualTo("24. Juli 2025");
    assertThat(Words.machineReadable(day)).isEqualTo("2025-07-24");
  }

  @Test
  void a_time_is_shown_with_its_zone_if_the_office_said_it() {
    Issued issued =
        new Issued(LocalDate.of(2025, 7, 24), LocalTime.of(9, 30), ZoneOffset.ofHours(9));
    assertThat(Words.issued(issued, DE)).isEqualTo("24. Juli 2025, 09:30 (UTC+09:00)");
    assertThat(Words.machineReadable(issued)).isEqualTo("2025-07-24T09:30+09:00");
  }

  @Test
  void an_arabic_entry_runs_from_right_to_left_and_names_its_other_languages() {
    Overview overview = overview();
    Entry entry = Entry.of(overview, Preference.told("ar").among(overview.editions()), OFFICES);
    String html = html("newest.jte", listed(List.of(entry), AR, "x y"));
    assertThat(html)
        .contains("lang=\"ar\" dir=\"rtl\"", "hreflang=\"de\"", "Amt &amp; Co")
        .contains("href=\"/?language=ar&amp;after=x+y\"");
  }

  @Test
  void an_edition_leads_to_the_languages_of_linked_briefings_each_once() {
    Overview linked = Overviews.of(1, edition(DE, null), edition(new LanguageTag("fr"), null));
    Overview around = new Linkage(List.of(overview(), linked), List.of()).around(overview());
    assertThat(EditionLink.others(around, AR))
        .extracting(EditionLink::href)
        .containsExactly(
            EditionLink.href(overview().briefing().id(), DE),
            EditionLink.href(linked.briefing().id(), new LanguageTag("fr")));
  }

  @Test
  void what_matches_is_marked_and_nothing_else_becomes_markup() {
    List<List<Fragment>> found =
        List.of(List.of(new Fragment("<b> ", false), new Fragment("Telefonat", true)));
    Hit hit =
        new Hit(
            FullVersion.bare().briefing().id(),
            "KR-PRES/2025/000417",
            new OfficeCode("KR-PRES"),
            Kind.READ_OUT,
            DE,
            1,
            null,
            null,
            null,
            "Lead",
            Instant.EPOCH,
            found,
            true,
            List.of(DE));
    SearchPage page = new SearchPage(1, true, List.of(hit), null, List.of(), null, null, 0);
    SearchAddress search = SearchAddress.of(Map.of("q", List.of("Telefonate\"")));
    Results results = new Results(search, WORDS, OFFICES, page, Map.of(), SUBJECTS, List.of());
    assertThat(html("search.jte", results))
        .contains(
            "&lt;b&gt; <mark>Telefonat</mark>",
            "value=\"Telefonate&#34;\"",
            "One briefing",
            "No briefing has all");
  }

  @Test
  void a_subject_is_called_by_its_name_in_the_language_of_that_and_leads_to_its_page() {
    assertThat(html("article.jte", page(FullVersion.bare(), RecalledFiles.NONE, null)))
        .contains("<a href=\"/subjects/medtop:20000641\" lang=\"de\" dir=\"auto\">Vertrag</a>");
  }

  @Test
  void a_form_that_cannot_be_read_is_shown_again_with_what_is_wrong_at_its_field() {
    SearchAddress search =
        SearchAddress.of(Map.of("q", List.of("bridge"), "from", List.of("yesterday")));
    Results results =
        new Results(
            search,
            WORDS,
            OFFICES,
            null,
            Map.of(),
            SUBJECTS,
            List.of(new Problem("from", "From: “yesterday” is not a day")));
    assertThat(html("search.jte", results))
        .contains("<title>Error: Search: bridge", "value=\"bridge\"")
        .containsSubsequence(
            "role=\"alert\"",
            "<a href=\"#from\">From: “yesterday” is not a day</a>",
            "id=\"from-problem\">From: “yesterday” is not a day<",
            "aria-invalid=\"true\" aria-describedby=\"from-problem\"")
        .containsOnlyOnce("aria-invalid");
  }

  @Test
  void what_a_search_is_narrowed_down_to_is_marked_with_its_language_and_leads_to_its_page() {
    SearchAddress search =
        SearchAddress.of(
            Map.of("office", List.of("kr-pres"), "subject", List.of("medtop:20000587")));
    SearchPage none = new SearchPage(0, true, List.of(), null, List.of(), null, null, 0);
    assertThat(
            html(
                "search.jte",
                new Results(search, WORDS, OFFICES, none, Map.of(), SUBJECTS, List.of())))
        .contains("Office: <span lang=\"de\" dir=\"auto\">Amt &amp; Co</span>")
        .contains("<a href=\"/offices/KR-PRES\" lang=\"de\" dir=\"auto\">Amt &amp; Co</a>")
        .contains("<a href=\"/subjects/medtop:20000587\"");
  }

  @Test
  void an_office_that_ended_is_named_in_the_language_of_its_name() {
    Issuer ended =
        new Issuer(
            new OfficeCode("KR-PRES"),
            new Office.Name("Office", EN),
            new Office.Name("Amt", DE),
            LocalDate.of(2019, 11, 30),
            new Office.Name("الرئاسة", AR));
    assertThat(html("article.jte", page(FullVersion.bare(), RecalledFiles.NONE, null, ended)))
        .contains("issued by <span lang=\"de\" dir=\"ltr\">Amt</span>, an office")
        .contains("Its successor is <span lang=\"ar\" dir=\"rtl\">الرئاسة</span>.");
  }

  @Test
  void a_table_that_can_be_scrolled_has_a_name_in_the_words_of_the_room() {
    assertThat(article(FullVersion.everything()))
        .contains(
            "role=\"region\" tabindex=\"0\" aria-label=\"Table\" lang=\"en\">"
                + "<table lang=\"zh-Hant-TW\">");
  }

  @Test
  void what_others_show_of_a_briefing_is_told_in_the_head_with_its_one_address() {
    String address =
        "https://archive.example/briefings/" + FullVersion.everything().briefing().id();
    assertThat(article(FullVersion.everything()))
        .contains("<link rel=\"canonical\" href=\"" + address + "/zh-Hant-TW\">")
        .contains("<meta property=\"og:locale\" content=\"zh_Hant_TW\">")
        .contains("<meta property=\"og:image\" content=\"https://archive.example/api/v1/media/")
        .contains("<link rel=\"alternate\" type=\"application/ld+json\" href=\"/api/v1/");
    assertThat(article(FullVersion.bare()))
        .contains("<meta name=\"description\" content=\"One sentence.\">")
        .doesNotContain("og:image");
  }

  @Test
  void no_recalled_picture_is_shown_elsewhere() {
    Version version = FullVersion.everything();
    MediaFile file = RecalledFiles.NONE.shownFiles(version.content()).get(0);
    RecalledFiles recalled = new RecalledFiles(Map.of(file.sha256(), "Rights"));
    assertThat(html("article.jte", page(version, recalled, null))).doesNotContain("og:image");
  }

  @Test
  void an_office_without_a_name_in_a_variety_is_called_as_in_the_language_and_marked_so() {
    OfficeCode code = new OfficeCode("XV-PRES");
    Map<LanguageTag, String> names = Map.of(DE, "Präsidialamt", EN, "Presidency", AR, "الرئاسة");
    OfficeNames offices =
        new OfficeNames(
            List.of(new Office(code, names, List.of(EN))), Words.in(new LanguageTag("ko")));
    assertThat(offices.of(code, new LanguageTag("de-DE")))
        .isEqualTo(new Office.Name("Präsidialamt", DE));
    assertThat(offices.of(code, new LanguageTag("fr")))
        .isEqualTo(new Office.Name("Presidency", EN));
    assertThat(offices.of(new OfficeCode("KR-PRES"), DE))
        .isEqualTo(new Office.Name("KR-PRES", null));
  }

  @Test
  void the_wish_for_a_language_is_followed_as_far_as_it_can_be() {
    List<Overview.Edition> editions = overview().editions();
    assertThat(Preference.told("fr, ar;q=0.5").among(editions).language()).isEqualTo(AR);
    assertThat(Preference.told("de-AT").among(editions).language()).isEqualTo(DE);
    assertThat(Preference.told("fr").among(editions).language()).isEqualTo(DE);
    assertThat(Preference.told(";;;").among(editions).language()).isEqualTo(DE);
    assertThat(Preference.told(null).among(editions, AR).language()).isEqualTo(AR);
  }

  private static String article(Version version) {
    return html("article.jte", page(version, RecalledFiles.NONE, null));
  }

  private static ArticlePage page(
      Version version, RecalledFiles recalled, @Nullable EditionLink newer) {
    return page(
        version,
        recalled,
        newer,
        new Issuer(
            version.briefing().office(),
            new Office.Name("Office", EN),
            new Office.Name("Amt", DE),
            null,
            null));
  }

  private static ArticlePage page(
      Version version, RecalledFiles recalled, @Nullable EditionLink newer, Issuer issuer) {
    return new ArticlePage(
        version,
        version.translation(),
        Digest.of(new byte[0]),
        issuer,
        new EditionHistory(List.of(), null, version.number(), version.number()),
        List.of(),
        newer,
        new ShownMedia(version.content(), recalled, Map.of()),
        List.of(),
        List.of(new SubjectLink("medtop:20000641", "Vertrag", DE)),
        "https://archive.example");
  }

  private static String html(String template, Object page) {
    return new String(Pages.html(template, page, new Room(WORDS, "/", "a=b", Basket.EMPTY)), UTF_8);
  }

  private static Listed listed(
      List<Entry> entries, @Nullable LanguageTag language, @Nullable String older) {
    return new Listed("/", new Filters(null, null, language), entries, OFFICES, older);
  }

  private static Overview overview() {
    Briefing briefing = FullVersion.bare().briefing();
    return new Overview(
        briefing, LocalDate.of(2025, 7, 24), List.of(edition(AR, DE), edition(DE, null)));
  }

  private static Overview.Edition edition(LanguageTag language, @Nullable LanguageTag from) {
    return new Overview.Edition(
        language,
        from == null ? null : new Translation(from, null, null),
        false,
        1,
        null,
        null,
        null,
        "Lead",
        Digest.of(new byte[0]),
        Withheld.NOT);
  }
}
