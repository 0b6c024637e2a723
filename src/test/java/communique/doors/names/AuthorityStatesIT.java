package communique.doors.names;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.search.Searcher;
import communique.support.RunningSystem;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How authorities are looked up, merged, retired and erased, through the REST door. */
@ExtendWith(RunningSystem.Shared.class)
class AuthorityStatesIT {
  private final RunningSystem system;
  private final Names names;
  private final RestClient archivist;

  AuthorityStatesIT(RunningSystem system) throws Exception {
    this.system = system;
    this.names = new Names(system);
    this.archivist = RestClient.as("archivist", system);
  }

  @Test
  void an_authority_is_found_by_any_spelling_and_by_how_it_begins_the_best_first()
      throws Exception {
    String family = "Qantarov" + Names.fresh().toLowerCase(java.util.Locale.ROOT);
    String older = names.create("Ana Maria " + family, Names.fresh());
    String younger = names.create(family + "ic Zoran", Names.fresh());
    String alone = names.create(family, Names.fresh());
    awaitFound(family, 3);
    assertThat(found(family, "")).containsExactly(alone, older, younger);
    assertThat(found(family.toUpperCase(java.util.Locale.ROOT), "&limit=2"))
        .containsExactly(alone, older);
    assertThat(found("áná maria " + family.substring(0, 12), "")).containsExactly(older);
    assertThat(found(family, "&kind=place")).isEmpty();
    SchemaCheck.assertValid(
        "authorities.schema.json", names.get(lookUp(family, "")).body().getBytes(UTF_8));
    for (String wrong : List.of("name=", "name=x&limit=0", "name=x&after=" + older)) {
      assertThat(names.get("authorities?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void who_was_merged_into_another_is_found_there_with_names_identifiers_and_decisions()
      throws Exception {
    String name = "Mira Doppelt" + Names.fresh();
    String wikidata = Names.fresh();
    String kept = names.create(name, Names.fresh());
    String other = names.create(name + "ova", wikidata);
    String briefing = deposit("The deputy spoke");
    // The index has what was decided of those only whom the node that writes it knows by then.
    Searcher.await(() -> names.get(lookUp(name + "ova", "")).body().contains(other));
    archivist.must(
        "PUT",
        "briefings/" + briefing + "/en/names/" + other,
        "{\"decision\":\"confirmed\",\"text\":\"The deputy\"}");

    String request = "{\"other\":\"%s\"}".formatted(other);
    SchemaCheck.assertValid("merge.schema.json", request.getBytes(UTF_8));
    HttpResponse<String> stale =
        archivist.send(
            "POST", "authorities/" + kept + "/merge", request, "If-Match", names.tag(other));
    assertThat(stale.statusCode()).isEqualTo(412);
    HttpResponse<String> merged = names.change(archivist, "POST", kept, "merge", request);
    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
    SchemaCheck.assertValid("authority.schema.json", merged.body().getBytes(UTF_8));
    assertThat(merged.headers().firstValue("ETag")).hasValue(names.tag(kept));
    assertThat(Names.json(merged).get("names").findValuesAsText("text"))
        .containsExactly(name, name + "ova");

    HttpResponse<String> moved = names.get("authorities/" + other);
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).hasValue("/api/v1/authorities/" + kept);
    assertThat(names.get("briefings/" + briefing + "/en/names").body())
        .contains(kept)
        .doesNotContain(other);
    // Addresses of searches with it go on to hold.
    Searcher.await(
        () -> names.get("search?person=" + other).body().contains("\"" + briefing + "\""));
    assertThat(names.get("search?q=person:" + other).body()).contains("\"" + briefing + "\"");
    // Whatever was known under its identifier is the one that is kept, which a person has edited.
    JsonNode told =
        names.importFile(
            "{\"wikidata\":\"%s\",\"name\":\"M. Doppelt\",\"names\":{}}"
                .formatted(wikidata)
                .getBytes(UTF_8));
    assertThat(told.get("kept").asInt()).as(told.toString()).isEqualTo(1);
    HttpResponse<String> again = names.change(archivist, "POST", kept, "merge", request);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("NOT_IN_USE", kept);
    assertThat(names.journal(other)).endsWith("MergeAuthorities 2 archivist");
    assertThat(names.journal(kept)).endsWith("MergeAuthorities 2 archivist");
  }

  @Test
  void only_two_different_ones_of_a_kind_are_merged() throws Exception {
    String kept = names.create("Einzel", Names.fresh());
    String place = names.add("{\"kind\":\"place\",\"names\":[{\"text\":\"Arntal\"}]}");
    for (String other : List.of(kept, place)) {
      HttpResponse<String> refused =
          names.change(archivist, "POST", kept, "merge", "{\"other\":\"%s\"}".formatted(other));
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
      assertThat(Names.json(refused).get("field").asText()).isEqualTo("other");
    }
  }

  @Test
  void who_is_retired_is_shown_and_not_recognised_until_reinstated() throws Exception {
    String name = "Rita Ruhestand" + Names.fresh();
    String who = names.create(name, Names.fresh());
    String briefing = deposit(name);
    awaitRecognised(briefing, true);

    HttpResponse<String> retired = names.change(archivist, "PUT", who, "retirement", "");
    assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);
    SchemaCheck.assertValid("authority.schema.json", retired.body().getBytes(UTF_8));
    awaitRecognised(briefing, false);
    assertThat(names.get("authorities/" + who).body()).contains(name, "\"retired\":true");
    HttpResponse<String> back = names.change(archivist, "DELETE", who, "retirement", "");
    assertThat(back.body()).doesNotContain("retired");
    awaitRecognised(briefing, true);
    assertThat(names.journal(who))
        .containsExactly(
            "CreateAuthority 1 archivist",
            "RetireAuthority 2 archivist",
            "ReinstateAuthority 3 archivist");
  }

  @Test
  void of_who_is_erased_no_name_is_left_and_no_import_brings_it_back() throws Exception {
    String mark = Names.fresh();
    String wikidata = Names.fresh();
    String who = names.create("Gone Person" + mark, wikidata);
    String twin = names.create("Gone Twin" + mark, Names.fresh());
    names.change(archivist, "POST", who, "merge", "{\"other\":\"%s\"}".formatted(twin));
    String briefing = deposit("Spoken by G. P. " + mark);
    archivist.must(
        "PUT",
        "briefings/" + briefing + "/en/names/" + who,
        "{\"decision\":\"confirmed\",\"text\":\"%s\"}".formatted(mark));
    String order = "{\"ground\":\"Court order 12/26\"}";
    SchemaCheck.assertValid("authority-erasure.schema.json", order.getBytes(UTF_8));
    assertThat(names.change(archivist, "POST", who, "erasure", order).statusCode()).isEqualTo(403);

    RestClient administrator = RestClient.as("admin", system);
    HttpResponse<String> erased = names.change(administrator, "POST", who, "erasure", order);
    assertThat(erased.statusCode()).as(erased.body()).isEqualTo(204);

    for (String id : List.of(who, twin)) {
      HttpResponse<String> gone = names.get("authorities/" + id);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("Court order 12/26").doesNotContain(mark);
      SchemaCheck.assertValid("problem.schema.json", gone.body().getBytes(UTF_8));
      assertThat(names.journal(id))
          .last()
          .asString()
          .startsWith("EraseAuthority")
          .endsWith("admin");
    }
    assertThat(names.get("briefings/" + briefing + "/en/names").body())
        .isEqualTo("{\"names\":[],\"decisions\":[]}");
    for (String table :
        List.of("authority", "authority_journal", "authority_identifier", "mention_decision")) {
      assertThat(rowsWith(table, mark)).as(table).isZero();
      assertThat(rowsWith(table, wikidata)).as(table).isZero();
    }
    JsonNode told =
        names.importFile(
            "{\"wikidata\":\"%s\",\"name\":\"Gone Person\",\"names\":{}}"
                .formatted(wikidata)
                .getBytes(UTF_8));
    assertThat(told.get("refused").asInt()).as(told.toString()).isEqualTo(1);
    assertThat(told.toString()).contains("NOT_IN_USE", "ids.wikidata");
    HttpResponse<String> made = names.post(Names.record("Gone Person", wikidata));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(409);
  }

  private String deposit(String headline) throws Exception {
    return field(
        "briefing",
        RestClient.as("xv-depositor", system).must("POST", "briefings", statement(headline)));
  }

  private void awaitRecognised(String briefing, boolean recognised) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (names.get("briefings/" + briefing + "/en/names").body().contains("\"count\"")
        != recognised) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private void awaitFound(String name, int count) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (found(name, "").size() < count) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
  }

  private List<String> found(String name, String more) throws Exception {
    List<String> ids = new ArrayList<>();
    Names.json(names.get(lookUp(name, more)))
        .get("authorities")
        .forEach(each -> ids.add(each.get("id").asText()));
    return ids;
  }

  private static String lookUp(String name, String more) {
    return "authorities?name=" + URLEncoder.encode(name, UTF_8) + more;
  }

  private int rowsWith(String table, String word) throws Exception {
    try (Connection database = system.database();
        PreparedStatement query =
            database.prepareStatement(
                "select count(*) from " + table + " t where cast(t as text) like ?")) {
      query.setString(1, "%" + word + "%");
      ResultSet row = query.executeQuery();
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
