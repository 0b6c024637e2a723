package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo that was recalled is shown and named nowhere, and the reason is told. */
@ExtendWith(RunningSystem.Shared.class)
final class RecallIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  RecallIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void a_photo_is_recalled_while_the_text_stays_also_from_versions_to_come() throws Exception {
    String id =
        new Depositor(system).depositWithPhoto("The text stays", Pictures.another()).toString();
    String sha256 = field("sha256", newsroom.read(id));
    assertThat(newsroom.anybody().get("media/" + sha256).statusCode()).isEqualTo(200);
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/recalls",
            "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
    String photo = "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    for (String headline : List.of("", "Placed again")) {
      if (!headline.isEmpty()) {
        newsroom.correct(id, 1, edition("", headline, Newsroom.MINOR, photo));
      }
      HttpResponse<String> recalled = newsroom.anybody().get("media/" + sha256);
      assertThat(recalled.statusCode()).isEqualTo(410);
      assertThat(recalled.body()).contains("Rights unclear");
      assertThat(newsroom.read(id)).contains(sha256, headline);
    }
  }
}
