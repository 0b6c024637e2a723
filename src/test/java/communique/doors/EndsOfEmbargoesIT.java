package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.support.RunningSystem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of an embargo is told of what everybody sees from then on, and of nothing else. */
@ExtendWith(RunningSystem.Shared.class)
final class EndsOfEmbargoesIT {
  private static final String NEVER = "\"embargo\":\"2099-01-01T00:00:00Z\"";

  private final Newsroom newsroom;

  EndsOfEmbargoesIT(RunningSystem system) throws IOException {
    this.newsroom = new Newsroom(system);
  }

  @Test
  void of_versions_that_are_released_at_one_instant_the_last_is_told_as_all_that_is_new()
      throws Exception {
    long before = newsroom.newestChange();
    String id = newsroom.deposit("First", soon());
    newsroom.correct(id, 1, edition("", "Second", Newsroom.MAJOR));
    newsroom.correct(id, 2, edition("", "Third", Newsroom.MINOR));
    awaitTold(id, "Third", before);
    assertThat(told(id, before)).containsExactly("ReleaseEmbargoed 3 first");
    assertThat(newsroom.anybody().get("/feeds/json").body()).contains(id);

    long later = newsroom.newestChange();
    newsroom.correct(id, 3, edition("", "Fourth", Newsroom.MAJOR, soon()));
    newsroom.correct(id, 4, edition("", "Fifth", Newsroom.MINOR));
    awaitTold(id, "Fifth", later);
    assertThat(told(id, later)).containsExactly("ReleaseEmbargoed 5 major");
  }

  @Test
  void of_versions_whose_embargo_is_lifted_the_last_is_told() throws Exception {
    long before = newsroom.newestChange();
    String id = newsroom.deposit("First", NEVER);
    newsroom.correct(id, 1, edition("", "Second", Newsroom.MINOR));
    assertThat(newsroom.depositor().must("DELETE", "briefings/" + id + "/embargo", ""))
        .contains("2");
    assertThat(told(id, before)).containsExactly("LiftEmbargo 2 first");
  }

  @Test
  void what_a_later_version_has_overtaken_is_no_news_when_its_own_embargo_ends() throws Exception {
    long before = newsroom.newestChange();
    String id = newsroom.deposit("First", NEVER);
    newsroom.correct(id, 1, edition("", "Second", Newsroom.MINOR, soon()));
    awaitTold(id, "Second", before);
    assertThat(told(id, before)).containsExactly("ReleaseEmbargoed 2 first");
    assertThat(newsroom.depositor().must("DELETE", "briefings/" + id + "/embargo", ""))
        .contains("1");
    assertThat(newsroom.anybody().get("briefings/" + id + "/en/versions/1").statusCode())
        .isEqualTo(200);
    assertThat(told(id, before)).containsExactly("ReleaseEmbargoed 2 first");
  }

  private static String soon() {
    return "\"embargo\":\"" + Instant.now().plusSeconds(6) + "\"";
  }

  private void awaitTold(String id, String headline, long after) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    while (told(id, after).isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(newsroom.read(id)).contains(headline);
  }

  /** What everybody is told of a briefing: verb, version and significance of each change. */
  private List<String> told(String id, long after) throws Exception {
    List<String> told = new ArrayList<>();
    JsonNode changes =
        new ObjectMapper()
            .readTree(newsroom.anybody().get("changes?limit=1000&after=" + after).body())
            .get("changes");
    changes.forEach(
        change -> {
          if (change.get("briefing").asText().equals(id)) {
            told.add(
                "%s %s %s"
                    .formatted(
                        change.get("verb").asText(),
                        change.get("version").asText(),
                        change.path("significance").asText("first")));
          }
        });
    return told;
  }
}
