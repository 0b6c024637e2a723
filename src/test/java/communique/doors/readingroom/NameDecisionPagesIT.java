package communique.doors.readingroom;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What archivists say of names in texts, at the desk. */
@ExtendWith(RunningSystem.Shared.class)
class NameDecisionPagesIT {
  private static final String CONFIRMED = "decision=confirmed";
  private static final String REJECTED = "decision=rejected";

  private final RestClient office;
  private final RestClient archivist;
  private final RestClient anybody;

  NameDecisionPagesIT(RunningSystem system) throws IOException {
    this.office = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void of_two_with_one_name_one_is_confirmed_and_that_is_taken_back() throws Exception {
    String name = fresh("Ivo Pultmann");
    String one = person(name);
    String other = person(name);
    String id = field("briefing", office.must("POST", "briefings", statement(name)));
    String page = listed(id, one, other);
    assertThat(page)
        .contains(
            "Nothing is decided yet", "in the text: <span lang=\"en\"", "Of the account archivist")
        .contains("action=\"" + desk(id) + "/" + one + "\"");

    HttpResponse<String> confirmed = archivist.form(desk(id) + "/" + one, CONFIRMED);
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(303);
    assertThat(confirmed.headers().firstValue("Location").orElse(""))
        .endsWith(desk(id) + "#name-" + one);
    assertThat(archivist.get(desk(id)).body())
        .containsSubsequence(
            "id=\"name-" + one, "Confirmed by archivist on", desk(id) + "/" + one + "/removal");
    assertThat(anybody.get("briefings/" + id + "/en/names").body())
        .contains("\"confirmed\"", one)
        .doesNotContain(other);

    assertThat(archivist.form(desk(id) + "/" + one + "/removal", "").statusCode()).isEqualTo(303);
    assertThat(anybody.get("briefings/" + id + "/en/names").body())
        .contains(one, other)
        .doesNotContain("\"confirmed\"");
  }

  @Test
  void who_is_rejected_is_named_to_nobody_and_stays_at_the_desk() throws Exception {
    String name = fresh("Ada Pultmann");
    String who = person(name);
    String id = field("briefing", office.must("POST", "briefings", statement(name)));
    listed(id, who);
    assertThat(anybody.get("/briefings/" + id + "/en").body())
        .contains("/people/" + who, "href=\"" + desk(id) + "\" rel=\"nofollow\"");
    assertThat(archivist.form(desk(id) + "/" + who, REJECTED).statusCode()).isEqualTo(303);
    assertThat(anybody.get("/briefings/" + id + "/en").body()).doesNotContain("/people/" + who);
    assertThat(archivist.get(desk(id)).body()).contains("Rejected by archivist on", name);
    assertThat(archivist.form(desk(id) + "/" + who, "decision=perhaps").statusCode())
        .isEqualTo(400);
  }

  @Test
  void nobody_else_decides_and_no_other_site_does_it_for_an_archivist() throws Exception {
    String name = fresh("Eva Pultmann");
    String who = person(name);
    String id = field("briefing", office.must("POST", "briefings", statement(name)));
    listed(id, who);
    assertThat(office.get(desk(id)).statusCode()).isEqualTo(404);
    assertThat(office.form(desk(id) + "/" + who, REJECTED).statusCode()).isEqualTo(404);
    assertThat(anybody.get(desk(id)).statusCode()).isEqualTo(403);
    HttpResponse<String> foreign =
        archivist.form(desk(id) + "/" + who, REJECTED, "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(anybody.get("briefings/" + id + "/en/names").body()).contains(who);
    assertThat(archivist.get("/desk/briefings/x/en/names").statusCode()).isEqualTo(404);
  }

  private String listed(String id, String... who) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    HttpResponse<String> page = archivist.get(desk(id));
    while (Instant.now().isBefore(end) && !containsAll(page.body(), who)) {
      Thread.sleep(100);
      page = archivist.get(desk(id));
    }
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    assertThat(page.body()).contains(who);
    return page.body();
  }

  private static boolean containsAll(String page, String... who) {
    for (String each : who) {
      if (!page.contains(each)) {
        return false;
      }
    }
    return true;
  }

  private static String desk(String id) {
    return "/desk/briefings/" + id + "/en/names";
  }

  private String person(String name) throws Exception {
    return field(
        "id",
        archivist.must(
            "POST",
            "authorities",
            "{\"kind\":\"person\",\"names\":[{\"text\":\"%s\"}],\"ids\":{\"wikidata\":\"%s\"}}"
                .formatted(name, fresh("Q"))));
  }

  private static String fresh(String name) {
    return name + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  }
}
