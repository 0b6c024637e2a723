package communique.doors.names;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What archivists say of names in texts, through the REST door. */
@ExtendWith(RunningSystem.Shared.class)
class DecisionsIT {
  private static final String CONFIRMED = "{\"decision\":\"confirmed\"}";
  private static final String REJECTED = "{\"decision\":\"rejected\"}";

  private final RunningSystem system;
  private final Names names;
  private final RestClient office;
  private final RestClient archivist;

  DecisionsIT(RunningSystem system) throws Exception {
    this.system = system;
    this.names = new Names(system);
    this.office = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
  }

  @Test
  void of_two_with_one_name_the_one_that_is_confirmed_is_meant_until_that_is_taken_back()
      throws Exception {
    String name = "Ivo Zweimal" + Names.fresh();
    String one = names.create(name, Names.fresh());
    String other = names.create(name, Names.fresh());
    String id = deposit(name);
    await(id, one, other);
    String tag = names.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();

    decide(id, one, "{\"decision\":\"confirmed\",\"role\":\"speaker\"}");
    assertThat(meant(id)).containsExactly(one);
    HttpResponse<String> told = names.get(address(id));
    SchemaCheck.assertValid("names.schema.json", told.body().getBytes(UTF_8));
    assertThat(Names.json(told).get("decisions").toString())
        .isEqualTo(
            "[{\"authority\":\"/api/v1/authorities/%s\",\"decision\":\"confirmed\",\"role\":\"speaker\"}]",
            one);
    HttpResponse<String> kept = archivist.get(address(id));
    SchemaCheck.assertValid("names.schema.json", kept.body().getBytes(UTF_8));
    assertThat(Names.json(kept).at("/decisions/0/by").asText()).isEqualTo("archivist");
    assertThat(names.get("briefings/" + id + "/en").headers().firstValue("ETag")).hasValue(tag);

    archivist.must("DELETE", address(id) + "/" + one, "");
    assertThat(meant(id)).containsExactlyInAnyOrder(one, other);
    assertThat(archivist.send("DELETE", address(id) + "/" + one, "").statusCode()).isEqualTo(404);
    decide(id, one, REJECTED);
    assertThat(meant(id)).containsExactly(other);
    decide(id, other, REJECTED);
    assertThat(names.get(address(id)).body()).isEqualTo("{\"names\":[],\"decisions\":[]}");
    assertThat(Names.json(archivist.get(address(id))).get("decisions")).hasSize(2);
    assertThat(history(id))
        .containsExactlyInAnyOrder(
            "confirmed speaker archivist archivist",
            "rejected null archivist null",
            "rejected null archivist null");
  }

  @Test
  void who_was_not_recognised_is_added_as_the_text_spells_it_and_gone_when_it_is_erased()
      throws Exception {
    String who = names.create("Ida Ungenannt" + Names.fresh(), Names.fresh());
    String id = deposit("The harbour master spoke");
    decide(
        id, who, "{\"decision\":\"confirmed\",\"role\":\"host\",\"text\":\"The harbour master\"}");
    JsonNode told = Names.json(names.get(address(id)));
    assertThat(told.at("/names/0/text").asText()).isEqualTo("The harbour master");
    assertThat(told.at("/names/0/count").asInt()).isEqualTo(2);
    assertThat(told.at("/names/0/authorities/0").asText()).endsWith(who);

    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"Court order 9/26\"}");
    assertThat(history(id)).containsExactly("confirmed host archivist admin");
    assertThat(spellings(id)).containsExactly("null");
  }

  @Test
  void a_spelling_that_stands_in_a_version_under_embargo_is_told_only_to_who_sees_that()
      throws Exception {
    String name = "Elvira Kanzler" + Names.fresh();
    String who = names.create(name, Names.fresh());
    String id = deposit(name);
    await(id, who);
    String tag = names.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
    office.must(
        "PUT",
        "briefings/" + id + "/en",
        RestClient.edition(
            "",
            name + " will be the secretwordchancellor",
            "\"significance\":\"minor\",\"embargo\":\"2099-01-01T00:00:00Z\""),
        "If-Match",
        tag);
    decide(id, who, "{\"decision\":\"confirmed\",\"text\":\"secretwordchancellor\"}");
    assertThat(archivist.get(address(id)).body()).contains("\"text\":\"secretwordchancellor\"");
    HttpResponse<String> told = names.get(address(id));
    assertThat(told.body()).contains("\"confirmed\"", who).doesNotContain("secretword");
    SchemaCheck.assertValid("names.schema.json", told.body().getBytes(UTF_8));
  }

  @Test
  void what_does_not_fit_the_edition_is_refused_and_says_why() throws Exception {
    String who = names.create("Uwe Unpassend" + Names.fresh(), Names.fresh());
    String id = deposit("Harbour news");
    refused(id, who, CONFIRMED, 400, "text");
    refused(id, who, REJECTED, 400, "authority");
    refused(id, who, "{\"decision\":\"confirmed\",\"text\":\"harbou\"}", 400, "text");
    refused(id, who, "{\"decision\":\"rejected\",\"text\":\"Harbour\"}", 400, "text");
    refused(id, who, "{\"decision\":\"rejected\",\"role\":\"host\"}", 400, "role");
    refused(id, who, "{\"decision\":\"perhaps\"}", 400, "decision");
    refused(id, who, "{\"role\":\"host\"}", 400, "decision");
    refused(id, UUID.randomUUID().toString(), CONFIRMED, 404, "authority");
    refused(id, "x", CONFIRMED, 400, "authority");
    refused(UUID.randomUUID().toString(), who, CONFIRMED, 404, "language");
    HttpResponse<String> office = this.office.send("PUT", address(id) + "/" + who, CONFIRMED);
    assertThat(office.statusCode()).isEqualTo(403);
  }

  @Test
  void a_decision_on_a_correction_under_embargo_is_told_to_those_who_see_it_only()
      throws Exception {
    String who = names.create("Eva Geheim" + Names.fresh(), Names.fresh());
    String id = deposit("Plain harbour");
    HttpResponse<String> before = names.get(address(id));
    String tag = names.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
    String embargo = "\"embargo\":\"" + Instant.now().plusSeconds(3600) + "\"";
    office.must(
        "PUT",
        "briefings/" + id + "/en",
        edition("", "Secret harbour", "\"significance\":\"minor\"", embargo),
        "If-Match",
        tag);
    decide(id, who, "{\"decision\":\"confirmed\",\"text\":\"Secret\"}");

    assertThat(office.get(address(id)).body()).contains("Secret", who);
    assertThat(names.get(address(id)).body()).isEqualTo(before.body());
  }

  private String deposit(String headline) throws Exception {
    return field("briefing", office.must("POST", "briefings", statement(headline)));
  }

  private void decide(String id, String who, String decision) throws Exception {
    SchemaCheck.assertValid("decision.schema.json", decision.getBytes(UTF_8));
    archivist.must("PUT", address(id) + "/" + who, decision);
  }

  private void refused(String id, String who, String decision, int status, String field)
      throws Exception {
    HttpResponse<String> answer = archivist.send("PUT", address(id) + "/" + who, decision);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
    assertThat(Names.json(answer).get("field").asText()).as(answer.body()).isEqualTo(field);
  }

  private void await(String id, String... who) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (meant(id).size() < who.length) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
    assertThat(meant(id)).containsExactlyInAnyOrder(who);
  }

  private List<String> meant(String id) throws Exception {
    List<String> meant = new ArrayList<>();
    Names.json(names.get(address(id)))
        .at("/names/0/authorities")
        .forEach(each -> meant.add(each.asText().replace("/api/v1/authorities/", "")));
    return meant;
  }

  /** Verdict, role, who decided, who ended it. */
  private List<String> history(String id) throws Exception {
    return rows(
        id,
        "concat_ws(' ', verdict, coalesce(role, 'null'), decided_by, coalesce(ended_by, 'null'))");
  }

  private List<String> spellings(String id) throws Exception {
    return rows(id, "coalesce(spelling, 'null')");
  }

  private List<String> rows(String id, String what) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection database = system.database();
        PreparedStatement query =
            database.prepareStatement(
                "select "
                    + what
                    + " from mention_decision where briefing = cast(? as uuid) order by decided_at")) {
      query.setString(1, id);
      ResultSet row = query.executeQuery();
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static String address(String id) {
    return "briefings/" + id + "/en/names";
  }
}
