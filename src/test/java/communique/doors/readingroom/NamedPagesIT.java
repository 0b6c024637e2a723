package communique.doors.readingroom;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a person: names in all languages, and the briefings by time. */
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NamedPagesIT {
  private final RestClient anybody;
  private final RestClient office;
  private final RestClient archivist;
  private final String wikidata = "Q" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  private final String name = "Ada Seitenmann" + wikidata;

  private String who = "";
  private String older = "";
  private String newer = "";
  private String secret = "";

  NamedPagesIT(RunningSystem system) throws Exception {
    this.anybody = RestClient.anonymous(system);
    this.office = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
  }

  @BeforeAll
  void three_texts_give_the_name_of_which_one_is_under_embargo() throws Exception {
    who =
        field(
            "id",
            archivist.must(
                "POST",
                "authorities",
                """
                {"kind":"person","names":[{"text":"%s","language":"en","preferred":true},
                 {"text":"آدا زايتنمان","language":"ar","preferred":true}],
                 "ids":{"wikidata":"%s"},"description":"minister","born":"1970-02-03"}"""
                    .formatted(name, wikidata)));
    older = deposit(name, "\"issued\":{\"date\":\"2021-05-06\"}");
    Instant end = Instant.now().plusSeconds(30);
    while (!anybody.get("briefings/" + older + "/en/names").body().contains(who)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
    // From here on the name is known when a text is indexed; a new edition has the first one so.
    office.must("POST", "briefings/" + older + "/editions", edition("de", name));
    newer = deposit(name, "\"issued\":{\"date\":\"2024-01-02\"}");
    secret = deposit(name, "\"embargo\":\"2099-01-01T00:00:00Z\"");
    while (found(office).size() < 3 || found(anybody).size() < 2) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  @Test
  void it_shows_names_by_language_and_where_else_the_person_is_described() throws Exception {
    HttpResponse<String> page = anybody.get("/people/" + who, "Accept-Language", "en");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<h1 lang=\"en\" dir=\"auto\">" + name + "</h1>",
            "<dt>Arabic</dt>",
            "<dd lang=\"ar\" dir=\"rtl\">آدا زايتنمان</dd>",
            "href=\"https://www.wikidata.org/entity/" + wikidata + "\"",
            "minister",
            "February 3, 1970");
    assertThat(anybody.get("/people/" + who, "Accept-Language", "ar, ko;q=0.5").body())
        .contains("<h1 lang=\"ar\" dir=\"auto\">آدا زايتنمان</h1>", "이 이름이 나오는 발표문");
  }

  @Test
  void briefings_come_newest_first_each_once_in_the_readers_language_without_what_is_hidden()
      throws Exception {
    String page = anybody.get("/people/" + who, "Accept-Language", "de").body();
    assertThat(page).doesNotContain(secret);
    String first = "/briefings/" + newer + "/en\"";
    String second = "<h2><a href=\"/briefings/" + older + "/de\"";
    assertThat(page).containsSubsequence(first, second);
    assertThat(page).containsOnlyOnce(first).containsOnlyOnce("/briefings/" + older + "/de\"");
    String year = "/people/" + who + "?year=2021";
    assertThat(page).contains("href=\"" + year + "\"");
    assertThat(anybody.get(year).body())
        .contains(
            older, "<a href=\"/people/" + who + "?year=2024\"", "aria-current=\"true\">2021 (1)")
        .doesNotContain(newer);
    assertThat(anybody.get("/people/" + who + "?year=x").statusCode()).isEqualTo(400);
  }

  @Test
  void a_text_from_before_its_names_were_imported_comes_onto_the_page() throws Exception {
    String stranger = "Bela Vorzeit" + wikidata;
    String before = deposit(stranger, "\"issued\":{\"date\":\"2020-02-03\"}");
    Instant end = Instant.now().plusSeconds(60);
    while (!anybody.get("search?q=Vorzeit" + wikidata).body().contains(before)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
    archivist.must(
        "POST",
        "authorities/import",
        "{\"kind\":\"person\",\"names\":[{\"text\":\"%s\"}]}".formatted(stranger),
        "Content-Type",
        "application/x-ndjson");
    String known = anybody.get("authorities?name=Vorzeit" + wikidata).body();
    while (!known.contains(stranger)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
      known = anybody.get("authorities?name=Vorzeit" + wikidata).body();
    }
    while (!anybody.get("/people/" + field("id", known)).body().contains(before)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  @Test
  void programs_get_the_same_briefings_page_by_page_and_insiders_those_under_embargo_too()
      throws Exception {
    assertThat(found(anybody)).containsExactly(newer, older);
    assertThat(found(office)).contains(secret).hasSize(3);
    List<String> paged = new ArrayList<>();
    String next = "/api/v1/authorities/" + who + "/briefings?limit=1";
    while (!next.isEmpty()) {
      HttpResponse<String> page = anybody.get(next);
      SchemaCheck.assertValid("search.schema.json", page.body().getBytes(UTF_8));
      JsonNode json = new ObjectMapper().readTree(page.body());
      json.get("hits").forEach(hit -> paged.add(hit.get("briefing").asText()));
      next = json.path("next").asText();
    }
    assertThat(paged).containsExactly(newer, older);
  }

  @Test
  void another_address_of_the_same_record_leads_to_its_page_and_none_to_none() throws Exception {
    HttpResponse<String> moved = anybody.get("/places/" + who);
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith("/people/" + who);
    assertThat(
            anybody.get("/places/" + who + "?ui=ko").headers().firstValue("Location").orElseThrow())
        .endsWith("/people/" + who + "?ui=ko");
    assertThat(anybody.get("/people/" + older).statusCode()).isEqualTo(404);
    assertThat(anybody.get("/people/x").statusCode()).isEqualTo(400);
  }

  private String deposit(String headline, String more) throws Exception {
    return field("briefing", office.must("POST", "briefings", statement(headline, more)));
  }

  private List<String> found(RestClient reader) throws Exception {
    List<String> ids = new ArrayList<>();
    JsonNode page =
        new ObjectMapper().readTree(reader.get("authorities/" + who + "/briefings").body());
    page.get("hits").forEach(hit -> ids.add(hit.get("briefing").asText()));
    return ids;
  }
}
