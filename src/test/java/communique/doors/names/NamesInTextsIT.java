package communique.doors.names;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is named in a text, through the REST door. */
@ExtendWith(RunningSystem.Shared.class)
class NamesInTextsIT {
  private final RunningSystem system;
  private final Names names;
  private final RestClient office;

  NamesInTextsIT(RunningSystem system) throws Exception {
    this.system = system;
    this.names = new Names(system);
    this.office = RestClient.as("xv-depositor", system);
  }

  @Test
  void who_is_named_in_an_edition_is_told_as_soon_as_the_name_is_known() throws Exception {
    String id =
        field("briefing", office.must("POST", "briefings", statement("Ines Textova spoke")));
    assertThat(names.get(address(id)).body()).isEqualTo("{\"names\":[],\"decisions\":[]}");

    String who = names.create("Ines Textova", Names.fresh());
    String told = await(id);
    SchemaCheck.assertValid("names.schema.json", told.getBytes(UTF_8));
    assertThat(told)
        .isEqualTo(
            "{\"names\":[{\"text\":\"Ines Textova\",\"count\":2,\"authorities\":"
                + "[\"/api/v1/authorities/%s\"]}],\"decisions\":[]}",
            who);
  }

  @Test
  void who_is_named_in_a_text_under_embargo_is_told_to_those_who_see_it_only() throws Exception {
    names.create("Ivo Embargov", Names.fresh());
    String open = field("briefing", office.must("POST", "briefings", statement("Ivo Embargov")));
    await(open);
    String embargo = "\"embargo\":\"" + Instant.now().plusSeconds(3600) + "\"";
    String id =
        field("briefing", office.must("POST", "briefings", statement("Ivo Embargov", embargo)));

    assertThat(office.get(address(id)).body()).contains("Ivo Embargov");
    HttpResponse<String> hidden = names.get(address(id));
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).doesNotContain("Embargov");
  }

  private String await(String id) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (!names.get(address(id)).body().contains("\"text\"")) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(100);
    }
    return RestClient.anonymous(system).get(address(id)).body();
  }

  private static String address(String id) {
    return "briefings/" + id + "/en/names";
  }
}
