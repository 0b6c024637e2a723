package communique.doors.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningSystem.Shared.class)
class ReadingRoomIT {
  private final RunningSystem system;

  ReadingRoomIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/search, 200",
    "/?after=x, 400",
    "/?language=!, 400",
    "/briefings/x, 404",
    "/briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab, 404",
    "/briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/de, 404",
    "/nothing, 404",
    "/assets/passwd, 404"
  })
  void every_answer_is_a_page_that_allows_no_script(String path, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve(path.replace("!", "%21"))).build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .doesNotContain("script", "unsafe");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("</html>");
  }
}
