package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list can be narrowed down, and then has all of what was asked for and nothing else. */
@ExtendWith(RunningSystem.Shared.class)
class FilteredListIT {
  private final RunningSystem system;
  private final RestDepositor rest;

  FilteredListIT(RunningSystem system) throws Exception {
    this.system = system;
    this.rest = new RestDepositor(system);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"section\":\"%s\"'; section=%s",
        "'\"mentions\":[{\"name\":\"%s\"}]'; mention=%s",
        "'\"mentions\":[{\"name\":\"%s\"}],\"subjects\":[\"medtop:20000587\"]'; mention=%s&subject=medtop:20000587",
        "'\"section\":\"%s\",\"issued\":{\"date\":\"1957-03-02\"}'; section=%s&issuedFrom=1957-03-01&issuedTo=1957-03-03",
        "'\"mentions\":[{\"name\":\"%s\"}],\"issued\":{\"date\":\"1957-03-02\"}'; mention=%s&issuedTo=1957-03-02",
        "'\"section\":\"%s\",\"eventDate\":\"1958-03-02\"'; section=%s&eventFrom=1958-03-02&eventTo=1958-03-02",
        "'\"section\":\"%s\",\"eventDate\":\"1958-03-02\",\"issued\":{\"date\":\"1958-03-04\"}'; section=%s&eventFrom=1958-03-02&eventTo=1958-03-02",
        "'\"section\":\"%s\",\"eventDate\":\"1958-03-02\",\"issued\":{\"date\":\"1959-03-04\"}'; section=%s&eventTo=1958-03-02&issuedFrom=1959-03-04"
      })
  void what_is_asked_for_is_found_page_by_page_and_no_other(String field, String query)
      throws Exception {
    String word = "Word " + UUID.randomUUID();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      kept.add(rest.deposit("en", "Asked for", "," + field.formatted(word)).toString());
    }
    rest.deposit("en", "Not asked for", "");
    String asked = query.formatted(URLEncoder.encode(word, UTF_8));
    List<String> found = new ArrayList<>();
    String address = "/api/v1/briefings?limit=2&" + asked;
    while (address != null) {
      JsonNode page = rest.json(address);
      page.get("briefings").forEach(each -> found.add(each.get("id").asText()));
      address = page.has("next") ? page.get("next").asText() : null;
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(ids("/api/v1/briefings?" + asked + "&kind=speech")).isEmpty();
    assertThat(ids("/api/v1/briefings?" + asked + "&media=true")).isEmpty();
    assertThat(ids("/api/v1/briefings?" + asked + "&language=de")).isEmpty();
  }

  @Test
  void a_text_is_found_by_what_it_says_now_and_not_by_what_it_said() throws Exception {
    String before = "Before " + UUID.randomUUID();
    String now = "Now " + UUID.randomUUID();
    UUID id = rest.deposit("en", "Corrected", ",\"section\":\"" + before + "\"");
    rest.correct(id, "en", "major", "Corrected", ",\"section\":\"" + now + "\"");
    assertThat(ids("/api/v1/briefings?section=" + URLEncoder.encode(before, UTF_8))).isEmpty();
    assertThat(ids("/api/v1/briefings?section=" + URLEncoder.encode(now, UTF_8)))
        .containsExactly(id.toString());
  }

  @Test
  void what_was_issued_on_another_day_than_it_is_filed_under_is_found_by_that_day()
      throws Exception {
    String section = "Days " + UUID.randomUUID();
    String more = ",\"section\":\"" + section + "\",\"issued\":{\"date\":\"%s\"}";
    UUID id = rest.deposit("en", "Issued", more.formatted("1961-05-01"));
    rest.correct(id, "en", "minor", "Issued", more.formatted("1961-05-02"));
    String asked = "/api/v1/briefings?section=" + URLEncoder.encode(section, UTF_8);
    assertThat(ids(asked + "&issuedFrom=1961-05-02&issuedTo=1961-05-02"))
        .containsExactly(id.toString());
    assertThat(ids(asked + "&issuedTo=1961-05-01")).isEmpty();
  }

  @Test
  void briefings_are_found_by_the_day_of_the_event_whenever_they_were_issued() throws Exception {
    List<String> kept = new ArrayList<>();
    for (String issued : List.of("1964-07-09", "1964-07-12", "1964-07-20", "1963-01-01")) {
      kept.add(
          rest.deposit(
                  "en",
                  "About one event",
                  ",\"eventDate\":\"1964-07-09\",\"issued\":{\"date\":\"" + issued + "\"}")
              .toString());
    }
    String asked = "/api/v1/briefings?eventFrom=1964-07-09&eventTo=1964-07-09&limit=3";
    JsonNode first = rest.json(asked);
    List<String> found = new ArrayList<>(first.get("briefings").findValuesAsText("id"));
    found.addAll(ids(first.get("next").asText()));
    // The newest first, whichever part of the list they come from.
    assertThat(found).containsExactly(kept.get(2), kept.get(1), kept.get(0), kept.get(3));
    assertThat(ids("/api/v1/briefings?eventFrom=1964-07-10&eventTo=1964-07-11")).isEmpty();
    assertThat(ids("/api/v1/briefings?eventTo=1964-07-09&eventFrom=1964-07-09&language=en"))
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void a_translation_is_stale_once_there_is_a_newer_version_of_what_it_was_made_from()
      throws Exception {
    UUID id = rest.deposit("en", "Source", "");
    rest.translate(id, "de", "Quelle", ",\"translation\":{\"from\":\"en\",\"version\":1}");
    assertThat(german(id).get("stale").asBoolean()).isFalse();
    rest.correct(id, "en", "major", "Source, corrected");
    JsonNode german = german(id);
    assertThat(german.get("translatedVersion").asInt()).isEqualTo(1);
    assertThat(german.get("stale").asBoolean()).isTrue();
    SchemaCheck.assertValid(
        "overview.schema.json", rest.get("/api/v1/briefings/" + id).body().getBytes(UTF_8));
  }

  @Test
  void a_walk_goes_on_when_something_is_taken_out_of_sight_while_its_page_is_made()
      throws Exception {
    String section = "Walk " + UUID.randomUUID();
    String more = ",\"section\":\"" + section + "\"";
    String oldest = rest.deposit("en", "Oldest", more).toString();
    String middle = rest.deposit("en", "Middle", more).toString();
    UUID newest = rest.deposit("en", "Newest", more);
    String asked = "/api/v1/briefings?limit=2&section=" + URLEncoder.encode(section, UTF_8);
    CompletableFuture<JsonNode> page;
    try (Connection database = system.database();
        Statement meanwhile = database.createStatement()) {
      database.setAutoCommit(false);
      // The editions of the page are looked for in a second statement, which waits for this.
      meanwhile.execute("lock table edition in access exclusive mode");
      page = CompletableFuture.supplyAsync(() -> json(asked));
      awaitLock();
      meanwhile.execute(
          "update version set withdrawn_at = clock_timestamp() where briefing = '" + newest + "'");
      database.commit();
    }
    JsonNode first = page.get(30, TimeUnit.SECONDS);
    assertThat(first.get("briefings").findValuesAsText("id")).containsExactly(middle);
    assertThat(ids(first.get("next").asText())).containsExactly(oldest);
  }

  private JsonNode json(String address) {
    try {
      return rest.json(address);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void awaitLock() throws Exception {
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      boolean waiting = false;
      for (int i = 0; i < 200 && !waiting; i++) {
        Thread.sleep(50);
        try (var rows =
            statement.executeQuery(
                "select exists (select from pg_locks where relation = 'edition'::regclass"
                    + " and not granted)")) {
          waiting = rows.next() && rows.getBoolean(1);
        }
      }
      assertThat(waiting).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind=poem", "issuedFrom=yesterday", "eventTo=2025-02-30", "media=yes"})
  void what_cannot_be_asked_for_is_refused(String query) throws Exception {
    assertThat(rest.get("/api/v1/briefings?" + query).statusCode()).isEqualTo(400);
  }

  private JsonNode german(UUID id) throws Exception {
    JsonNode editions = rest.json("/api/v1/briefings/" + id).get("editions");
    return editions.get(0).get("language").asText().equals("de")
        ? editions.get(0)
        : editions.get(1);
  }

  private List<String> ids(String address) throws Exception {
    return rest.json(address).get("briefings").findValuesAsText("id");
  }
}
