package communique.doors.rest;

import static communique.doors.rest.Links.link;
import static communique.doors.rest.Links.linkedWith;
import static communique.doors.rest.Links.location;
import static communique.doors.rest.Links.only;
import static communique.doors.rest.Links.problem;
import static communique.doors.rest.Links.rendering;
import static communique.doors.rest.RestClient.edition;
import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A link tells nobody of a briefing that this reader may not see. */
@ExtendWith(RunningSystem.Shared.class)
class HiddenLinksIT {
  private static final String NEVER = "\"embargo\":\"2099-01-01T00:00:00Z\"";

  private final RunningSystem system;
  private final Links links;
  private final RestClient office;
  private final RestClient archivist;
  private final RestClient anybody;

  HiddenLinksIT(RunningSystem system) throws IOException {
    this.system = system;
    this.links = new Links(system);
    this.office = links.office();
    this.archivist = links.archivist();
    this.anybody = links.anybody();
  }

  @Test
  void a_link_with_what_is_under_embargo_tells_nobody_anything_before_its_time() throws Exception {
    String open = links.deposit("ko");
    String third = links.deposit("de");
    link(office, open, third);
    Map<String, String> before = seen(open, third);
    long position = links.number("select public_position from journal_head");
    String secret = links.deposit("en", NEVER);
    link(office, open, secret, rendering("ko", "en", ""), rendering("en", "ko", ",\"version\":1"));
    assertThat(links.number("select public_position from journal_head")).isEqualTo(position);
    assertThat(seen(open, third)).isEqualTo(before);
    assertThat(anybody.get("briefings/" + secret).statusCode()).isEqualTo(404);
    assertThat(location(anybody, "/api/v1/briefings/" + open + "/edition", "en")).endsWith("/ko");
    assertThat(linkedWith(office, open)).containsExactlyInAnyOrder(secret, third);
    assertThat(only(office, open).get("translatedFrom").asText()).isEqualTo("en");
    office.must("DELETE", "briefings/" + secret + "/embargo", "");
    assertThat(linkedWith(anybody, open)).containsExactlyInAnyOrder(secret, third);
    assertThat(only(anybody, open).get("translatedFrom").asText()).isEqualTo("en");
  }

  @Test
  void a_version_under_embargo_is_not_told_of_by_a_translation_made_from_it() throws Exception {
    String korean = links.deposit("ko");
    links.correct(korean, "ko", "In ko, later", NEVER);
    String english = links.deposit("en");
    link(office, korean, english, rendering("en", "ko", ""));
    assertThat(only(anybody, english).get("translatedFrom").asText()).isEqualTo("ko");
    assertThat(only(anybody, english).has("translatedVersion")).isFalse();
    assertThat(only(office, english).get("translatedVersion").asInt()).isEqualTo(2);
  }

  @Test
  void a_further_translation_of_a_linked_edition_waits_for_the_end_of_its_embargo()
      throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en", NEVER);
    link(office, korean, english);
    office.must(
        "POST",
        "briefings/" + korean + "/editions",
        edition("de", "In de", "\"translation\":{\"from\":\"en\"}"));
    assertThat(anybody.get("briefings/" + korean + "/de").statusCode()).isEqualTo(404);
    assertThat(office.must("GET", "briefings/" + korean + "/de", ""))
        .contains("\"translation\":{\"from\":\"en\",\"version\":1}");
  }

  @Test
  void who_does_not_see_what_is_linked_links_as_if_it_were_not_there() throws Exception {
    RestClient other = RestClient.as("kr-depositor", system);
    String ours = links.deposit("ko");
    String secret = Links.deposit(other, "KR-PRES", "en", NEVER);
    link(archivist, ours, secret);
    HttpResponse<String> alone = office.send("DELETE", "briefings/" + ours + "/links", "");
    problem(alone, 409, "NOT_LINKED", "briefing", ours);
    String english = links.deposit("en");
    link(office, ours, english);
    assertThat(linkedWith(office, ours)).containsExactly(english);
    assertThat(linkedWith(archivist, ours)).containsExactlyInAnyOrder(secret, english);
  }

  @Test
  void a_withdrawn_briefing_is_shown_to_its_keepers_only_and_an_erased_one_leaves_its_set()
      throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    link(office, korean, english, rendering("en", "ko", ""));
    office.must("POST", "briefings/" + english + "/withdrawal", "{\"reason\":\"Too early\"}");
    assertThat(linkedWith(anybody, korean)).isEmpty();
    assertThat(linkedWith(office, korean)).containsExactly(english);
    office.must("POST", "briefings/" + english + "/reinstatement", "{\"reason\":\"Not so\"}");
    assertThat(linkedWith(anybody, korean)).containsExactly(english);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + english + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"An order\"}");
    assertThat(linkedWith(archivist, korean)).isEmpty();
    String held = " from linked where ended_at is null and briefing = '" + english + "'";
    assertThat(links.number("select count(*)" + held)).isZero();
    String named = " from linked_translation where translator is not null and briefing = '";
    assertThat(links.number("select count(*)" + named + english + "'")).isZero();
  }

  // All that anybody may ask about some briefings, but the time of day.
  private Map<String, String> seen(String open, String third) throws Exception {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/api/v1/briefings/" + open,
            "/api/v1/briefings/" + third,
            "/api/v1/briefings/" + open + "/edition",
            "/api/v1/briefings/" + open + "/ko",
            "/api/v1/briefings/" + open + "/ko?format=ninjs",
            "/api/v1/briefings/" + open + "/ko?format=jsonld",
            "/api/v1/briefings/" + open + "/ko?format=newsml-g2",
            "/api/v1/briefings/" + open + "/ko?format=xhtml",
            "/api/v1/briefings?limit=100",
            "/api/v1/changes?limit=1000",
            "/briefings/" + open + "/ko",
            "/briefings/" + third + "/de")) {
      HttpResponse<String> answer = anybody.get(path, "Accept-Language", "en");
      Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
      headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
      seen.put(path, answer.statusCode() + "\n" + headers + "\n" + answer.body());
    }
    return seen;
  }
}
