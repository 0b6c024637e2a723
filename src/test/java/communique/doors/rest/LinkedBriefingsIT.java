package communique.doors.rest;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
  private static final String NEVER = "\"embargo\":\"2099-01-01T00:00:00Z\"";

  private final RunningSystem system;
  private final RestClient office;
  private final RestClient archivist;
  private final RestClient anybody;

  LinkedBriefingsIT(RunningSystem system) throws IOException {
    this.system = system;
    this.office = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void two_briefings_tell_of_each_other_and_stay_what_they_are() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    String version = anybody.get("briefings/" + english + "/en").body();
    long leaves = number("select size from ledger_head");
    link(office, korean, english);
    assertThat(number("select size from ledger_head")).isEqualTo(leaves);
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
  void a_translation_that_a_link_tells_of_is_stale_when_its_source_goes_on() throws Exception {
    String korean = deposit("ko");
    correct(korean, "ko", "In ko, second");
    String english = deposit("en");
    link(office, korean, english, rendering("en", "ko", ",\"version\":1"));
    JsonNode told = only(anybody, english);
    assertThat(told.get("translatedFrom").asText()).isEqualTo("ko");
    assertThat(told.get("translatedVersion").asInt()).isEqualTo(1);
    assertThat(told.get("translator").asText()).isEqualTo("A. Weber");
    assertThat(told.get("stale").asBoolean()).isTrue();
    // The correction follows the newest version of what it was made from, and says so itself.
    correct(english, "en", "In en, second", "\"translation\":{\"from\":\"ko\"}");
    assertThat(only(anybody, english).get("translatedVersion").asInt()).isEqualTo(2);
    assertThat(only(anybody, english).get("stale").asBoolean()).isFalse();
  }

  @Test
  void a_translation_is_one_of_the_newest_version_when_none_is_named() throws Exception {
    String korean = deposit("ko");
    correct(korean, "ko", "In ko, second");
    String english = deposit("en");
    link(office, english, korean, rendering("en", "ko", ""));
    assertThat(only(anybody, english).get("translatedVersion").asInt()).isEqualTo(2);
    assertThat(only(anybody, english).get("stale").asBoolean()).isFalse();
    correct(korean, "ko", "In ko, third");
    assertThat(only(anybody, english).get("stale").asBoolean()).isTrue();
  }

  @Test
  void representations_name_the_editions_of_linked_briefings_and_what_they_were_made_from()
      throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    link(office, korean, english, rendering("en", "ko", ""));
    String there = "/api/v1/briefings/" + english + "/en";
    for (String format : List.of("ninjs", "jsonld", "newsml-g2", "xhtml")) {
      HttpResponse<String> answer = anybody.get("briefings/" + korean + "/ko?format=" + format);
      assertThat(answer.body()).as(format).contains(there);
      assertThat(answer.headers().firstValue("Link").orElse(""))
          .contains("<" + there + ">; rel=\"alternate\"; hreflang=\"en\"");
      assertThat(anybody.get("briefings/" + english + "/en?format=" + format).body())
          .as(format)
          .contains("/api/v1/briefings/" + korean + "/ko", "A. Weber");
    }
    assertThat(anybody.get("/briefings/" + korean + "/ko").body())
        .contains("href=\"/briefings/" + english + "/en\" rel=\"alternate\" hreflang=\"en\"");
    assertThat(anybody.get("/briefings/" + english + "/en").body()).contains("by A. Weber");
  }

  @Test
  void a_reader_is_led_to_the_edition_of_a_linked_briefing_that_fits_better() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    link(office, korean, english);
    for (String root : List.of("/api/v1/briefings/", "/briefings/")) {
      String asked = root + korean + (root.startsWith("/api") ? "/edition" : "");
      assertThat(location(asked, "en-GB, ko;q=0.5")).endsWith(root + english + "/en");
      assertThat(location(asked, "ko, en;q=0.5")).endsWith(root + korean + "/ko");
      assertThat(location(asked, "fr")).endsWith(root + korean + "/ko");
    }
  }

  @Test
  void sets_are_merged_and_one_that_leaves_leaves_the_others_together() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    String german = deposit("de");
    String french = deposit("fr");
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
    assertThat(number("select count(*) from linked where briefing = '" + english + "'"))
        .isEqualTo(3);
  }

  @Test
  void what_is_linked_already_itself_unknown_or_of_the_same_language_is_refused() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    String british = deposit("en");
    link(office, korean, english);
    String nobody = UUID.randomUUID().toString();
    refused(office, korean, english, 409, "ALREADY_LINKED", "briefing", english);
    refused(office, english, korean, 409, "ALREADY_LINKED", "briefing", korean);
    refused(office, korean, korean, 400, "OUT_OF_RANGE", "briefing", korean);
    refused(office, korean, nobody, 404, "NOT_FOUND", "briefing", nobody);
    refused(office, nobody, korean, 404, "NOT_FOUND", "briefing", nobody);
    refused(office, korean, british, 409, "EDITION_EXISTS", "briefing", "en");
    refused(office, korean, "x", 400, "BAD_FORMAT", "briefing", "x");
    HttpResponse<String> late = office.send("DELETE", "briefings/" + british + "/links", "");
    problem(late, 409, "NOT_LINKED", "briefing", british);
    HttpResponse<String> added =
        office.post("briefings/" + korean + "/editions", edition("en", "Once more"));
    problem(added, 409, "EDITION_EXISTS", "language", "en");
  }

  @Test
  void translations_that_cannot_be_are_refused_and_nothing_is_linked() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en", "\"translation\":{\"from\":\"ko\",\"version\":1}");
    for (String[] expected :
        new String[][] {
          {rendering("de", "ko", ""), "404", "NOT_FOUND", "translations[0].language", "de"},
          {rendering("en", "de", ""), "404", "NOT_FOUND", "translations[0].from", "de"},
          {
            rendering("en", "ko", ",\"version\":2"),
            "400",
            "OUT_OF_RANGE",
            "translations[0].version",
            "2"
          },
          {
            rendering("en", "ko", ",\"version\":0"),
            "400",
            "OUT_OF_RANGE",
            "translations[0].version",
            "0"
          },
          {rendering("en", "ko", ",\"by\":\"B\""), "400", "MALFORMED", "translations[0].by", ""}
        }) {
      HttpResponse<String> answer =
          office.post("briefings/" + korean + "/links", body(english, expected[0]));
      problem(answer, Integer.parseInt(expected[1]), expected[2], expected[3], expected[4]);
    }
    assertThat(linkedWith(office, korean)).isEmpty();
  }

  @Test
  void who_may_not_correct_for_both_offices_links_nothing() throws Exception {
    String ours = deposit("ko");
    RestClient other = RestClient.as("kr-depositor", system);
    String theirs = deposit(other, "KR-PRES", "en");
    refused(office, ours, theirs, 403, "NOT_ALLOWED", "office", "KR-PRES");
    refused(other, ours, theirs, 403, "NOT_ALLOWED", "office", "XV-PRES");
    assertThat(anybody.post("briefings/" + ours + "/links", body(theirs)).statusCode())
        .isEqualTo(401);
    link(archivist, ours, theirs);
    assertThat(linkedWith(anybody, theirs)).containsExactly(ours);
    assertThat(office.send("DELETE", "briefings/" + theirs + "/links", "").statusCode())
        .isEqualTo(403);
    office.must("DELETE", "briefings/" + ours + "/links", "");
    assertThat(linkedWith(anybody, theirs)).isEmpty();
  }

  @Test
  void a_link_with_what_is_under_embargo_tells_nobody_anything_before_its_time() throws Exception {
    String open = deposit("ko");
    String third = deposit("de");
    link(office, open, third);
    Map<String, String> before = seen(open, third);
    long position = number("select public_position from journal_head");
    String secret = deposit("en", NEVER);
    link(office, open, secret, rendering("ko", "en", ""), rendering("en", "ko", ",\"version\":1"));
    assertThat(number("select public_position from journal_head")).isEqualTo(position);
    assertThat(seen(open, third)).isEqualTo(before);
    assertThat(anybody.get("briefings/" + secret).statusCode()).isEqualTo(404);
    assertThat(location("/api/v1/briefings/" + open + "/edition", "en")).endsWith("/ko");
    assertThat(linkedWith(office, open)).containsExactlyInAnyOrder(secret, third);
    assertThat(only(office, open).get("translatedFrom").asText()).isEqualTo("en");
    office.must("DELETE", "briefings/" + secret + "/embargo", "");
    assertThat(linkedWith(anybody, open)).containsExactlyInAnyOrder(secret, third);
    assertThat(only(anybody, open).get("translatedFrom").asText()).isEqualTo("en");
  }

  @Test
  void a_version_under_embargo_is_not_told_of_by_a_translation_made_from_it() throws Exception {
    String korean = deposit("ko");
    correct(korean, "ko", "In ko, later", NEVER);
    String english = deposit("en");
    link(office, korean, english, rendering("en", "ko", ""));
    assertThat(only(anybody, english).get("translatedFrom").asText()).isEqualTo("ko");
    assertThat(only(anybody, english).has("translatedVersion")).isFalse();
    assertThat(only(office, english).get("translatedVersion").asInt()).isEqualTo(2);
  }

  @Test
  void a_further_translation_of_a_linked_edition_waits_for_the_end_of_its_embargo()
      throws Exception {
    String korean = deposit("ko");
    String english = deposit("en", NEVER);
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
    String ours = deposit("ko");
    String secret = deposit(other, "KR-PRES", "en", NEVER);
    link(archivist, ours, secret);
    HttpResponse<String> alone = office.send("DELETE", "briefings/" + ours + "/links", "");
    problem(alone, 409, "NOT_LINKED", "briefing", ours);
    String english = deposit("en");
    link(office, ours, english);
    assertThat(linkedWith(office, ours)).containsExactly(english);
    assertThat(linkedWith(archivist, ours)).containsExactlyInAnyOrder(secret, english);
  }

  @Test
  void a_withdrawn_briefing_is_shown_to_its_keepers_only_and_an_erased_one_leaves_its_set()
      throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
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
    assertThat(number("select count(*)" + held)).isZero();
    String named = " from linked_translation where translator is not null and briefing = '";
    assertThat(number("select count(*)" + named + english + "'")).isZero();
  }

  @Test
  void changes_tell_of_links_and_feeds_pass_them_over() throws Exception {
    String korean = deposit("ko");
    String english = deposit("en");
    long position = number("select public_position from journal_head");
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
    String later = deposit("fr");
    String feed = anybody.get("/feeds/json?office=XV-PRES").body();
    assertThat(feed).containsSubsequence(later, english, korean);
  }

  @Test
  void opposite_links_at_once_make_one_set_and_nobody_waits_for_ever() throws Exception {
    for (int round = 0; round < 5; round++) {
      String korean = deposit("ko");
      String english = deposit("en");
      String german = deposit("de");
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

  private String deposit(String language, String... more) throws Exception {
    return deposit(office, "XV-PRES", language, more);
  }

  private static String deposit(RestClient who, String of, String language, String... more)
      throws Exception {
    String said =
        statement("In " + language, more)
            .replace("\"en\"", '"' + language + '"')
            .replace("XV-PRES", of);
    return field("briefing", who.must("POST", "briefings", said));
  }

  private void correct(String id, String language, String headline, String... more)
      throws Exception {
    String path = "briefings/" + id + "/" + language;
    String base = office.get(path).headers().firstValue("ETag").orElseThrow();
    List<String> all = new ArrayList<>(List.of(more));
    all.add("\"significance\":\"minor\"");
    office.must("PUT", path, edition("", headline, all.toArray(String[]::new)), "If-Match", base);
  }

  private static void link(RestClient who, String one, String other, String... translations)
      throws Exception {
    who.must("POST", "briefings/" + one + "/links", body(other, translations));
  }

  private static String body(String other, String... translations) {
    String said =
        translations.length == 0
            ? ""
            : ",\"translations\":[" + String.join(",", translations) + "]";
    return "{\"briefing\":\"" + other + "\"" + said + "}";
  }

  private static String rendering(String language, String from, String more) {
    return "{\"language\":\"%s\",\"from\":\"%s\",\"translator\":\"A. Weber\"%s}"
        .formatted(language, from, more);
  }

  private static void refused(
      RestClient who,
      String one,
      String other,
      int status,
      String reason,
      String field,
      String value)
      throws Exception {
    HttpResponse<String> answer = who.post("briefings/" + one + "/links", body(other));
    problem(answer, status, reason, field, value);
  }

  private static void problem(
      HttpResponse<String> answer, int status, String reason, String field, String value)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("urn:communique:problem:" + reason);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("rule").asText()).isNotBlank();
    assertThat(problem.path("value").asText()).isEqualTo(value);
  }

  private static List<String> linkedWith(RestClient who, String id) throws Exception {
    List<String> ids = new ArrayList<>();
    JSON.readTree(who.must("GET", "briefings/" + id, ""))
        .path("linked")
        .forEach(linked -> ids.add(linked.get("id").asText()));
    return ids;
  }

  // The only edition of a briefing, in short.
  private static JsonNode only(RestClient who, String id) throws Exception {
    JsonNode editions = JSON.readTree(who.must("GET", "briefings/" + id, "")).get("editions");
    assertThat(editions).hasSize(1);
    return editions.get(0);
  }

  private String location(String path, String liked) throws Exception {
    return anybody.get(path, "Accept-Language", liked).headers().firstValue("Location").orElse("");
  }

  private long number(String query) throws Exception {
    try (var database = system.database();
        var statement = database.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
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
