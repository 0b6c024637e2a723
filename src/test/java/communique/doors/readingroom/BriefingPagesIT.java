package communique.doors.readingroom;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader sees of a briefing: its versions, what changed, languages, citations, banners. */
@ExtendWith(RunningSystem.Shared.class)
class BriefingPagesIT {
  private static final String MAJOR = "\"significance\":\"major\",\"reason\":\"A wrong valley\"";

  private final RestClient office;
  private final RestClient anybody;
  private final RestClient archivist;
  private final RestClient administrator;

  BriefingPagesIT(RunningSystem system) throws IOException {
    this.office = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
    this.archivist = RestClient.as("archivist", system);
    this.administrator = RestClient.as("admin", system);
  }

  @Test
  void an_earlier_version_says_so_and_leads_to_the_present_one_and_to_what_changed()
      throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    String earlier = page(id, "/en/versions/1");
    assertThat(earlier)
        .contains("The Arn valley was said.", "This is version 1, which has been replaced.")
        .contains("href=\"/briefings/" + id + "/en\">Version 2 is shown now")
        .contains("href=\"/briefings/" + id + "/en/compare?from=1&amp;to=2\"");
    assertThat(page(id, "/en/versions/2"))
        .contains("The Sorn valley was said.")
        .doesNotContain("which has been replaced");
    assertThat(anybody.get("/briefings/" + id + "/en/versions/3").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/briefings/" + id + "/en/versions/0").statusCode()).isEqualTo(404);
  }

  @Test
  void a_major_correction_is_told_with_its_reason_on_the_present_version() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    assertThat(page(id, "/en")).containsSubsequence("Corrected on", "A wrong valley", "<article");
    assertThat(page(id, "/en/versions"))
        .containsSubsequence(
            "/en/versions/1\">Version 1<",
            "/en/versions/2\">Version 2<",
            "shown now",
            "A wrong valley",
            "/en/compare?from=1&amp;to=2");
  }

  @Test
  void the_first_version_of_a_page_is_compared_with_the_last_of_the_page_before() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    assertThat(page(id, "/en/versions?after=1"))
        .contains("/en/versions/2\">Version 2<", "/en/compare?from=1&amp;to=2")
        .doesNotContain("/en/versions/1\"");
  }

  @Test
  void a_version_that_was_erased_stays_in_the_history_with_the_notice_alone() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    administrator.must(
        "POST",
        "briefings/" + id + "/erasure",
        "{\"extent\":\"everything\",\"ground\":\"Privacy\",\"language\":\"en\",\"version\":1}");
    assertThat(page(id, "/en/versions"))
        .containsSubsequence(
            "<h2>Version 1</h2>",
            "Taken into the archive",
            "The law demanded that this version be erased.",
            "/en/versions/1\">Notice on version 1</a>",
            "/en/versions/2\">Version 2</a>")
        .doesNotContain("Arn", "compare?");
  }

  @Test
  void what_changed_is_marked_in_words_and_not_by_colour_alone() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    String changes = page(id, "/en/compare?from=1&to=2");
    assertThat(changes)
        .containsPattern("<del><span class=\"[^\"]*\" lang=\"en\">removed: </span>Arn</del>")
        .containsPattern("<ins><span class=\"[^\"]*\" lang=\"en\">added: </span>Sorn</ins>")
        .containsSubsequence(
            "<dt>Headline</dt>", ">The <del>", "Arn</del><ins>", "Sorn</ins> valley</dd>");
    assertThat(changes)
        .contains("<title>What changed from version 1 to version 2: The Sorn valley");
    assertThat(page(id, "/en/compare")).isEqualTo(changes.replace("from=1&amp;to=2&amp;ui", "ui"));
    assertThat(page(id, "/en/compare?from=2&to=2")).contains("Nothing differs.");
    assertThat(anybody.get("/briefings/" + id + "/en/compare?from=x").statusCode()).isEqualTo(400);
    assertThat(anybody.get("/briefings/" + id + "/en/compare?from=1&to=9").statusCode())
        .isEqualTo(404);
  }

  @Test
  void two_languages_stand_side_by_side_each_in_its_own_direction() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("Quiet harbour")));
    office.must("POST", "briefings/" + id + "/editions", edition("ar", "ميناء هادئ"));
    String sides = page(id, "/compare?left=en&right=ar");
    assertThat(Pattern.compile("class=\"row").matcher(sides).results()).hasSize(2);
    assertThat(sides)
        .containsSubsequence(
            "<div class=\"side\" lang=\"en\" dir=\"ltr\">",
            "Quiet harbour was said.",
            "<div class=\"side\" lang=\"ar\" dir=\"rtl\">",
            "ميناء هادئ");
    assertThat(page(id, "/compare")).contains("Quiet harbour was said.", "ميناء هادئ");
    assertThat(page(id, "/en")).contains("/compare?left=en&amp;right=ar");
    assertThat(anybody.get("/briefings/" + id + "/compare?left=en&right=fr").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_version_is_cited_with_its_permanent_address_and_its_files_are_there() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    String page = page(id, "/en");
    assertThat(page)
        .containsPattern(
            "Presidency of Valdoria\\. \\(n\\.d\\.\\)\\. The Sorn valley \\(XV-PRES/[0-9/]+,"
                + " English, version 2\\) \\[Statement\\]\\. Communiqué\\."
                + " http://[^ ]+/briefings/"
                + id
                + "/en/versions/2<");
    var files = Pattern.compile("href=\"([^\"]*)\" download=").matcher(page).results().toList();
    assertThat(files).hasSize(9);
    for (var file : files) {
      assertThat(anybody.get(file.group(1)).statusCode()).as(file.group(1)).isEqualTo(200);
    }
  }

  @Test
  void who_is_named_in_a_text_has_a_page() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("Odo Panelov")));
    String who =
        field(
            "id",
            archivist.must(
                "POST",
                "authorities",
                "{\"kind\":\"person\",\"names\":[{\"text\":\"Odo Panelov\"}]}"));
    Instant end = Instant.now().plusSeconds(20);
    while (!page(id, "/en").contains("/people/" + who) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(page(id, "/en")).containsSubsequence("People", "/people/" + who, "Odo Panelov");
  }

  @Test
  void what_an_office_issued_that_has_ended_says_who_took_over() throws Exception {
    String old = statement("The old bridge").replace("XV-PRES", "XV-REG1");
    String id = field("briefing", office.must("POST", "briefings", old));
    assertThat(page(id, "/en"))
        .contains(
            "issued by <span lang=\"en\" dir=\"ltr\">Press Office of the Falkner Government</span>,"
                + " an office that existed until")
        .contains(
            "November 30, 2019",
            "Its successor is <span lang=\"en\" dir=\"ltr\">Presidency of Valdoria</span>.");
    String current = field("briefing", office.must("POST", "briefings", statement("A bridge")));
    assertThat(page(current, "/en")).doesNotContain("existed until");
    assertThat(anybody.get("offices").body())
        .contains("\"until\":\"2019-11-30\",\"successor\":\"XV-PRES\"");
  }

  @Test
  void the_office_of_what_was_withdrawn_has_its_name_in_the_readers_language() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("Withdrawn soon")));
    office.must("POST", "briefings/" + id + "/withdrawal", "{\"reason\":\"A mistake\"}");
    for (String form : new String[] {"/en", "/en/versions/1", "/en/versions", "/compare"}) {
      HttpResponse<String> gone = anybody.get("/briefings/" + id + form, "Accept-Language", "de");
      assertThat(gone.statusCode()).as(form).isEqualTo(410);
      assertThat(gone.body()).contains("Präsidentschaft von Valdoria", "A mistake");
    }
  }

  @Test
  void what_is_withdrawn_in_one_language_leads_to_those_that_remain() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("Still there")));
    office.must("POST", "briefings/" + id + "/editions", edition("de", "Nicht mehr da"));
    office.must(
        "POST",
        "briefings/" + id + "/withdrawal",
        "{\"reason\":\"A mistake\",\"language\":\"de\"}");
    HttpResponse<String> gone = anybody.get("/briefings/" + id + "/de");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body())
        .contains("<dd>German</dd>", "href=\"/briefings/" + id + "/en\"")
        .doesNotContain("href=\"/briefings/" + id + "/de\"", "Nicht mehr da");
  }

  @Test
  void the_same_edition_has_one_address_and_an_earlier_version_its_own_media() throws Exception {
    String id = corrected("The Arn valley", "The Sorn valley");
    String one = "<link rel=\"canonical\" href=\"[^\"]*/briefings/" + id + "/en\">";
    assertThat(page(id, "/EN")).containsPattern(one);
    assertThat(page(id, "/en/versions/2")).containsPattern(one);
    assertThat(page(id, "/en/versions/1"))
        .containsPattern("<link rel=\"canonical\" href=\"[^\"]*/en/versions/1\">");
    assertThat(page(id, "/en/versions/1/media"))
        .contains("<title>Pictures, recordings and documents: The Arn valley")
        .contains("href=\"/briefings/" + id + "/en/versions/1\"");
  }

  @Test
  void what_is_like_a_briefing_has_a_page_of_its_own() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("Alike in all")));
    assertThat(page(id, "/en")).contains("href=\"/briefings/" + id + "/en/similar\"");
    assertThat(page(id, "/en/similar"))
        .contains("<title>More like this: Alike in all")
        .doesNotContain("action=\"/basket/" + id);
  }

  private String corrected(String before, String after) throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement(before)));
    String address = "briefings/" + id + "/en";
    String seen = office.get(address).headers().firstValue("ETag").orElseThrow();
    office.must("PUT", address, edition("", after, MAJOR), "If-Match", seen);
    return id;
  }

  private String page(String id, String form) throws Exception {
    HttpResponse<String> answer = anybody.get("/briefings/" + id + form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
