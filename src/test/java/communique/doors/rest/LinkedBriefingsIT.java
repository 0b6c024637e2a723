package communique.doors.rest;

import static communique.doors.rest.Links.body;
import static communique.doors.rest.Links.link;
import static communique.doors.rest.Links.linkedWith;
import static communique.doors.rest.Links.location;
import static communique.doors.rest.Links.only;
import static communique.doors.rest.Links.rendering;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Briefings that are one thing, handed over as several and linked afterwards. */
@ExtendWith(RunningSystem.Shared.class)
class LinkedBriefingsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Links links;
  private final RestClient office;
  private final RestClient anybody;

  LinkedBriefingsIT(RunningSystem system) throws IOException {
    this.links = new Links(system);
    this.office = links.office();
    this.anybody = links.anybody();
  }

  @Test
  void two_briefings_tell_of_each_other_and_stay_what_they_are() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    String version = anybody.get("briefings/" + english + "/en").body();
    long leaves = links.number("select size from ledger_head");
    link(office, korean, english);
    assertThat(links.number("select size from ledger_head")).isEqualTo(leaves);
    assertThat(anybody.get("briefings/" + english + "/en").body()).isEqualTo(version);
    HttpResponse<String> answer = anybody.get("briefings/" + korean);
    SchemaCheck.assertValid("overview.schema.json", answer.body().getBytes(UTF_8));
    JsonNode linked = JSON.readTree(answer.body()).get("linked");
    assertThat(linked).hasSize(1);
    assertThat(linked.get(0).get("id").asText()).isEqualTo(english);
    assertThat(linked.get(0).get("reference").asText()).startsWith("XV-PRES/");
    assertThat(linked.get(0).get("editions").findValuesAsText("headline")).containsExactly("In en");
    assertThat(answer.headers().firstValue("Link").orElse(""))
        .contains("/briefings/" + korean + "/ko>; rel=\"alternate\"; hreflang=\"ko\"")
        .contains("/briefings/" + english + "/en>; rel=\"alternate\"; hreflang=\"en\"");
    assertThat(linkedWith(anybody, english)).containsExactly(korean);
    String list = anybody.get("briefings?office=XV-PRES&limit=100").body();
    assertThat(list).contains(korean, english).doesNotContain("\"linked\"");
  }

  @Test
  void a_reader_is_led_to_the_edition_of_a_linked_briefing_that_fits_better() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    link(office, korean, english);
    for (String root : List.of("/api/v1/briefings/", "/briefings/")) {
      String asked = root + korean + (root.startsWith("/api") ? "/edition" : "");
      assertThat(location(anybody, asked, "en-GB, ko;q=0.5")).endsWith(root + english + "/en");
      assertThat(location(anybody, asked, "ko, en;q=0.5")).endsWith(root + korean + "/ko");
      assertThat(location(anybody, asked, "fr")).endsWith(root + korean + "/ko");
    }
  }

  @Test
  void languages_of_linked_briefings_are_compared_where_each_of_them_is() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    String query = "briefings/" + korean + "/compare?from=ko&to=en";
    assertThat(anybody.get(query).statusCode()).isEqualTo(404);
    link(office, korean, english);
    HttpResponse<String> answer = anybody.get(query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    SchemaCheck.assertValid("comparison.schema.json", answer.body().getBytes(UTF_8));
    assertThat(answer.body())
        .contains(
            "/briefings/" + korean + "/ko/versions/1", "/briefings/" + english + "/en/versions/1");
    assertThat(anybody.get(query + "/1").statusCode()).isEqualTo(200);
    assertThat(anybody.get(query + "/2").statusCode()).isEqualTo(404);
    String page = anybody.get("/briefings/" + korean + "/compare?left=ko&right=en").body();
    assertThat(page).contains("In ko", "In en");
    office.must("POST", "briefings/" + english + "/withdrawal", "{\"reason\":\"A draft\"}");
    assertThat(anybody.get(query).statusCode()).isEqualTo(404);
  }

  @Test
  void sets_are_merged_and_one_that_leaves_leaves_the_others_together() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    String german = links.deposit("de");
    String french = links.deposit("fr");
    link(office, korean, english);
    link(office, german, french);
    link(office, english, german, rendering("de", "en", ""));
    assertThat(linkedWith(anybody, french)).containsExactlyInAnyOrder(korean, english, german);
    assertThat(only(anybody, german).get("translatedFrom").asText()).isEqualTo("en");
    office.must("DELETE", "briefings/" + english + "/links", "");
    assertThat(linkedWith(anybody, english)).isEmpty();
    assertThat(linkedWith(anybody, korean)).containsExactlyInAnyOrder(german, french);
    assertThat(only(anybody, german).has("translatedFrom")).isFalse();
    link(office, english, korean);
    assertThat(linkedWith(anybody, english)).containsExactlyInAnyOrder(korean, german, french);
    assertThat(links.number("select count(*) from linked where briefing = '" + english + "'"))
        .isEqualTo(3);
  }

  @Test
  void changes_tell_of_links_and_feeds_pass_them_over() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    long position = links.number("select public_position from journal_head");
    link(office, korean, english);
    office.must("DELETE", "briefings/" + english + "/links", "");
    String changes = anybody.get("changes?limit=1000&after=" + position).body();
    SchemaCheck.assertValid("changes.schema.json", changes.getBytes(UTF_8));
    JsonNode told = JSON.readTree(changes).get("changes");
    List<String> ours = new ArrayList<>();
    told.forEach(
        change -> {
          if (List.of(korean, english).contains(change.get("briefing").asText())) {
            ours.add(change.get("verb").asText() + " " + change.get("language").asText());
          }
        });
    assertThat(ours)
        .containsExactlyInAnyOrder(
            "LinkBriefings ko", "LinkBriefings en", "UnlinkBriefing en", "UnlinkBriefing ko");
    String later = links.deposit("fr");
    String feed = anybody.get("/feeds/json?office=XV-PRES").body();
    assertThat(feed).containsSubsequence(later, english, korean);
  }

  @Test
  void opposite_links_at_once_make_one_set_and_nobody_waits_for_ever() throws Exception {
    for (int round = 0; round < 5; round++) {
      String korean = links.deposit("ko");
      String english = links.deposit("en");
      String german = links.deposit("de");
      List<Integer> answers =
          together(
              List.of(
                  () -> office.post("briefings/" + korean + "/links", body(english)).statusCode(),
                  () -> office.post("briefings/" + english + "/links", body(korean)).statusCode(),
                  () -> office.post("briefings/" + german + "/links", body(korean)).statusCode(),
                  () -> office.post("briefings/" + english + "/links", body(german)).statusCode()));
      assertThat(answers).containsOnly(204, 409);
      assertThat(answers.stream().filter(status -> status == 204)).hasSize(2);
      assertThat(linkedWith(anybody, korean)).containsExactlyInAnyOrder(english, german);
      assertThat(linkedWith(anybody, german)).containsExactlyInAnyOrder(english, korean);
    }
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
