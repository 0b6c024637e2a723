package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import communique.support.SampleBriefings;
import communique.support.SampleBriefings.Kept;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.Shared.class)
final class SamplesIT {
  private static final Path SAMPLES = Path.of("src/samples");

  private static final Pattern PICTURE =
      Pattern.compile("\"sha256\":\"([0-9a-f]{64})\",\"size\":\\d+,\"type\":\"([a-z/]+)\"");

  private final RunningSystem system;

  SamplesIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void each_edition_that_is_deposited_over_soap_is_read_over_rest() throws Exception {
    List<Kept> all = load();
    assertThat(all).hasSize(32);
    for (Kept kept : all) {
      HttpResponse<String> answer =
          get("/api/v1/briefings/%s/%s".formatted(kept.briefing(), kept.language()));
      assertThat(answer.statusCode()).as(kept.toString()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"language\":\"" + kept.language() + "\"")
          .contains("\"reference\":\"" + kept.reference() + "\"");
    }
  }

  @Test
  void every_picture_that_was_handed_over_is_read_back() throws Exception {
    int pictures = 0;
    for (Kept kept : load()) {
      String edition =
          get("/api/v1/briefings/%s/%s".formatted(kept.briefing(), kept.language())).body();
      for (MatchResult file : PICTURE.matcher(edition).results().toList()) {
        HttpResponse<String> answer = get("/api/v1/media/" + file.group(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(file.group(2));
        pictures++;
      }
    }
    assertThat(pictures).isEqualTo(27);
  }

  @Test
  void loading_the_samples_twice_keeps_nothing_twice() throws Exception {
    assertThat(load()).isEqualTo(load());
  }

  private List<Kept> load() throws Exception {
    String account = "xv-depositor:" + system.password("xv-depositor");
    return new SampleBriefings(system.client(), system.httpsUri(), account)
        .load(SAMPLES, kept -> {});
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = system.httpUri().resolve(path);
    return system.client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
