package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the law takes away is gone from everywhere, and the gap is explained. */
@ExtendWith(RunningSystem.Shared.class)
final class ErasureIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  ErasureIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void an_erased_briefing_is_gone_from_record_and_index_and_its_notice_stays() throws Exception {
    String id =
        newsroom.deposit(
            "Erasedword", "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]");
    newsroom.awaitFound("Erasedword", 1);
    RestClient administrator = RestClient.as("admin", system);
    String order = "{\"extent\":\"everything\",\"ground\":\"Court order 7/26\"}";
    HttpResponse<String> refused = newsroom.depositor().post("briefings/" + id + "/erasure", order);
    assertThat(refused.statusCode()).isEqualTo(403);
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    HttpResponse<String> gone = administrator.get("briefings/" + id + "/en");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Court order 7/26", "erased").doesNotContain("Erasedword");
    newsroom.awaitFound("Erasedword", 0);
    assertThat(newsroom.stored(id)).doesNotContain("Erasedword", "harbour.example");
  }

  @Test
  void e_mail_addresses_are_erased_wherever_they_stand_and_the_text_stays() throws Exception {
    String id =
        newsroom.deposit(
            "Write to a@harbour.example",
            "\"bylines\":[{\"name\":\"A\",\"email\":\"a@harbour.example\"}]",
            "\"contact\":{\"email\":\"a@harbour.example\"}");
    String before = newsroom.etag(id);
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"emailAddresses\",\"ground\":\"Request of the person\"}");
    String read = newsroom.read(id);
    assertThat(read).contains("Write to [erased]", "\"name\":\"A\"").doesNotContain("a@harbour");
    SchemaCheck.assertValid("version.schema.json", read.getBytes(StandardCharsets.UTF_8));
    assertThat(newsroom.etag(id)).isNotEqualTo(before);
    assertThat(newsroom.stored(id)).doesNotContain("a@harbour");
    newsroom.correct(id, 1, edition("", "Write to the office", Newsroom.MINOR));
    assertThat(newsroom.read(id)).contains("Write to the office");
  }

  @Test
  void a_single_version_is_erased_only_when_another_has_taken_its_place() throws Exception {
    String id = newsroom.deposit("Slip");
    RestClient administrator = RestClient.as("admin", system);
    String order =
        "{\"extent\":\"everything\",\"ground\":\"Privacy\",\"language\":\"en\",\"version\":1}";
    HttpResponse<String> early = administrator.post("briefings/" + id + "/erasure", order);
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("STILL_CURRENT");
    newsroom.correct(id, 1, edition("", "Without the slip", Newsroom.MINOR));
    administrator.must("POST", "briefings/" + id + "/erasure", order);
    assertThat(newsroom.anybody().get("briefings/" + id + "/en/versions/1").statusCode())
        .isEqualTo(410);
    assertThat(newsroom.read(id)).contains("Without the slip");
  }
}
