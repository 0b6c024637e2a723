package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was withdrawn is told at its address and shown nowhere. */
@ExtendWith(RunningSystem.Shared.class)
final class WithdrawalIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  WithdrawalIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void a_withdrawn_briefing_is_a_tombstone_in_every_door_and_can_be_corrected_and_come_back()
      throws Exception {
    String id = newsroom.deposit("Withdrawnword");
    newsroom.awaitFound("Withdrawnword", 1);
    String notice =
        newsroom
            .depositor()
            .must(
                "POST",
                "briefings/" + id + "/withdrawal",
                "{\"reason\":\"Issued in error\",\"titleShown\":true}");
    SchemaCheck.assertValid("notice.schema.json", notice.getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("", "/en", "/en/versions/1")) {
      HttpResponse<String> gone = newsroom.anybody().get("briefings/" + id + path);
      assertThat(gone.statusCode()).isEqualTo(410);
      SchemaCheck.assertValid("problem.schema.json", gone.body().getBytes(StandardCharsets.UTF_8));
      assertThat(gone.body())
          .contains("Issued in error", "XV-PRES", "\"title\":\"Withdrawnword\"", "\"at\":\"20");
    }
    assertThat(newsroom.anybody().get("briefings/" + id + "/fr").statusCode()).isEqualTo(404);
    HttpResponse<String> page = newsroom.anybody().get("/briefings/" + id + "/en");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Issued in error", "XV-PRES", "Withdrawnword");
    assertThat(new Depositor(system).fetch(id)).contains("WITHDRAWN", "Issued in error");
    assertThat(newsroom.anybody().get("briefings?office=XV-PRES&limit=100").body())
        .doesNotContain(id);
    newsroom.awaitFound("Withdrawnword", 0);
    assertThat(RestClient.as("archivist", system).get("briefings/" + id + "/en").statusCode())
        .isEqualTo(200);
    assertThat(RestClient.as("kr-depositor", system).get("briefings/" + id).statusCode())
        .isEqualTo(410);
    // The same word again is no second withdrawal; another one contradicts it.
    assertThat(newsroom.withdraw(id, "Issued in error").body()).isEqualTo(notice);
    assertThat(newsroom.withdraw(id, "Other").statusCode()).isEqualTo(409);
    newsroom.correct(id, 1, edition("", "Withdrawnword set right", Newsroom.MAJOR));
    assertThat(newsroom.anybody().get("briefings/" + id).statusCode()).isEqualTo(410);
    newsroom
        .depositor()
        .must("POST", "briefings/" + id + "/reinstatement", "{\"reason\":\"Corrected\"}");
    assertThat(newsroom.read(id)).contains("Withdrawnword set right");
    newsroom.awaitFound("Withdrawnword", 1);
  }

  @Test
  void the_withdrawal_of_what_was_never_public_tells_nothing() throws Exception {
    String id = newsroom.deposit("Never public", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    assertThat(newsroom.withdraw(id, "Not needed").statusCode()).isEqualTo(200);
    for (String path : List.of("", "/en", "/en/versions/1")) {
      assertThat(newsroom.anybody().get("briefings/" + id + path).statusCode()).isEqualTo(404);
    }
  }
}
