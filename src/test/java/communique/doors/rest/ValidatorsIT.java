package communique.doors.rest;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which tags things are known, and for how long an answer may be kept. */
@ExtendWith(RunningSystem.Shared.class)
class ValidatorsIT {
  private final RunningSystem system;
  private final RestClient office;
  private final RestClient anybody;

  ValidatorsIT(RunningSystem system) throws IOException {
    this.system = system;
    this.office = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void what_was_made_has_a_tag_and_what_was_put_has_none_as_it_is_not_kept_as_it_came()
      throws Exception {
    HttpResponse<String> made = office.post("briefings", statement("Kept"));
    String tag = made.headers().firstValue("ETag").orElseThrow();
    String address = "briefings/" + field("briefing", made.body()) + "/en";
    assertThat(anybody.get(address).headers().firstValue("ETag")).hasValue(tag);
    String correction = edition("", "Kept better", "\"significance\":\"minor\"");
    HttpResponse<String> put = office.send("PUT", address, correction, "If-Match", tag);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(put.headers().firstValue("ETag")).isEmpty();
    assertThat(anybody.get(address).headers().firstValue("ETag"))
        .hasValue('"' + field("digest", put.body()) + '"');
  }

  @Test
  void no_version_is_kept_longer_than_it_may_be_until_it_is_withdrawn() throws Exception {
    String id = field("briefing", office.must("POST", "briefings", statement("For a while")));
    for (String address : new String[] {"/en", "/en/versions/1", "/en/versions/1?format=ris"}) {
      assertThat(anybody.get("briefings/" + id + address).headers().firstValue("Cache-Control"))
          .as(address)
          .hasValue("public, max-age=10");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/offices", "/offices", "/feeds/search/json?q=unsaidword"})
  void what_is_known_already_may_be_named_in_any_line_or_be_whatever_there_is(String address)
      throws Exception {
    String tag = known(address).headers().firstValue("ETag").orElseThrow();
    assertThat(known(address, "\"other\"", tag).statusCode()).isEqualTo(304);
    assertThat(known(address, "*").statusCode()).isEqualTo(304);
    assertThat(known(address, "\"other\"", "\"another\"").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> known(String address, String... tags) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(system.httpUri().resolve(address));
    for (String tag : tags) {
      request.header("If-None-Match", tag);
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }
}
