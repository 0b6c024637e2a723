package communique.search;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static communique.search.Searcher.await;
import static communique.search.Searcher.mark;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searches that an account keeps, and what is new in them, over REST and in the reading room. */
@ExtendWith(RunningSystem.Shared.class)
final class SavedSearchesIT {
  private static final String[] FROM_THIS_ROOM = {"Sec-Fetch-Site", "same-origin"};

  private final RestClient office;
  private final RestClient elsewhere;
  private final RestClient archivist;
  private final RestClient anybody;
  private final String word = mark();
  private final String name = "Watch " + word;

  SavedSearchesIT(RunningSystem system) throws Exception {
    // The indices come a moment after the archive.
    await(() -> new Searcher(system).found(word, "").statusCode() == 200);
    office = RestClient.as("xv-depositor", system);
    elsewhere = RestClient.as("kr-depositor", system);
    archivist = RestClient.as("archivist", system);
    anybody = RestClient.anonymous(system);
  }

  @Test
  void what_was_not_there_when_a_search_was_looked_at_last_counts_as_new() throws Exception {
    save(archivist, name, "q=" + word);
    assertThat(saved(archivist, name).get("new").asInt()).isZero();
    office.must("POST", "briefings", statement("A " + word));
    await(() -> saved(archivist, name).get("new").asInt() == 1);
    assertThat(archivist.get("/desk/searches").body())
        .contains(
            "href=\"/search?q=" + word + "\"", name, "One new", "/feeds/search/atom?q=" + word);
    HttpResponse<String> seen =
        archivist.form("/desk/searches/seen", "name=" + encoded() + "&search=q%3D" + word);
    assertThat(seen.statusCode()).isEqualTo(303);
    String shown = seen.headers().firstValue("Location").orElseThrow();
    assertThat(anybody.get(shown.substring(shown.indexOf("/search"))).body()).contains("A " + word);
    // What came within seconds of the look stays new: it may not have been found then.
    await(
        () -> {
          archivist.form("/desk/searches/seen", "name=" + encoded() + "&search=q%3D" + word);
          return saved(archivist, name).get("new").asInt() == 0;
        });
  }

  @Test
  void what_is_under_embargo_is_new_for_those_only_who_see_it() throws Exception {
    save(office, name, "q=" + word);
    save(elsewhere, name, "q=" + word);
    String briefing =
        field(
            "briefing",
            office.must(
                "POST",
                "briefings",
                statement("A " + word, "\"embargo\":\"2099-01-01T00:00:00Z\"")));
    await(() -> saved(office, name).get("new").asInt() == 1);
    // The search page, to which the desk leads, knows nobody.
    assertThat(office.get("/desk/searches").body()).contains("Nothing new").doesNotContain("One");
    assertThat(saved(elsewhere, name).get("new").asInt()).isZero();
    assertThat(anybody.get("/feeds/search/json?q=" + word).body()).doesNotContain(briefing);
  }

  @Test
  void it_is_kept_in_the_reading_room_until_its_owner_forgets_it_and_seen_by_nobody_else()
      throws Exception {
    HttpResponse<String> form = archivist.get("/desk/searches?search=q%3D" + word);
    assertThat(form.body()).contains("name=\"search\" value=\"q=" + word + "\"");
    HttpResponse<String> kept =
        archivist.form(
            "/desk/searches", "name=" + encoded() + "&search=q%3D" + word, FROM_THIS_ROOM);
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(saved(archivist, name).get("href").asText()).isEqualTo("/api/v1/search?q=" + word);
    assertThat(office.get("searches").body()).doesNotContain(name);
    assertThat(archivist.form("/desk/searches/removal", "name=" + encoded()).statusCode())
        .isEqualTo(303);
    assertThat(archivist.get("searches").body()).doesNotContain(name);
  }

  @Test
  void a_form_of_another_site_keeps_nothing() throws Exception {
    HttpResponse<String> refused =
        archivist.form(
            "/desk/searches",
            "name=" + encoded() + "&search=q%3D" + word,
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(archivist.get("searches").body()).doesNotContain(name);
  }

  @Test
  void what_cannot_be_searched_for_is_not_saved_and_nobody_saves_without_an_account()
      throws Exception {
    HttpResponse<String> refused =
        archivist.send("PUT", "searches/x", "{\"search\":\"q=a&order=best\"}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"order\"", "best");
    String words = "ab+".repeat(166);
    HttpResponse<String> many = archivist.send("PUT", "searches/x", search("q=" + words));
    assertThat(many.statusCode()).as(many.body()).isIn(204, 400);
    assertThat(
            archivist.send("PUT", "searches/x", search("q=a&to=%2B999999999-12-31")).statusCode())
        .isEqualTo(400);
    assertThat(archivist.get("searches").statusCode()).isEqualTo(200);
    archivist.must("DELETE", "searches/x", "");
    assertThat(anybody.send("PUT", "searches/x", "{\"search\":\"q=a\"}").statusCode())
        .isEqualTo(401);
    // Over HTTP nobody is asked for a password, and what is to be saved is not lost.
    HttpResponse<String> secure = anybody.get("/desk/searches?search=q%3Da%26order%3Dnewest");
    assertThat(secure.statusCode()).isEqualTo(403);
    assertThat(secure.body())
        .containsPattern(
            "<a href=\"https://[^/\"]+/desk/searches\\?search=q%3Da%26order%3Dnewest\"");
  }

  @Test
  void in_the_reading_room_no_search_takes_the_name_of_another() throws Exception {
    String form = "name=" + encoded() + "&search=q%3D";
    assertThat(archivist.form("/desk/searches", form + word).statusCode()).isEqualTo(303);
    assertThat(archivist.form("/desk/searches", form + word).statusCode()).isEqualTo(303);
    HttpResponse<String> taken = archivist.form("/desk/searches", form + "another");
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("<h1>This is not possible as things are now</h1>");
    assertThat(saved(archivist, name).get("search").asText()).isEqualTo("q=" + word);
    // A filter is part of the name that is offered.
    assertThat(archivist.get("/desk/searches?search=q%3DVarga%26language%3Dko").body())
        .contains("value=\"Varga, language=ko\"");
  }

  @Test
  void a_search_that_was_forgotten_meanwhile_is_not_made_by_looking_at_it() throws Exception {
    String form = "name=" + encoded() + "&search=q%3D" + word;
    assertThat(archivist.form("/desk/searches/seen", form).statusCode()).isEqualTo(303);
    assertThat(archivist.get("searches").body()).doesNotContain(name);
  }

  private String encoded() {
    return name.replace(" ", "+");
  }

  private static String search(String search) {
    return "{\"search\":\"%s\"}".formatted(search);
  }

  private static void save(RestClient who, String name, String search) throws Exception {
    who.must(
        "PUT", "searches/" + name.replace(" ", "%20"), "{\"search\":\"%s\"}".formatted(search));
  }

  private static JsonNode saved(RestClient who, String name) throws Exception {
    String all = who.get("searches").body();
    SchemaCheck.assertValid("saved-searches.schema.json", all.getBytes(UTF_8));
    for (JsonNode each : new ObjectMapper().readTree(all).get("searches")) {
      if (each.get("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no " + name + " in " + all);
  }
}
