package communique.doors.rest;

import static communique.doors.rest.Links.link;
import static communique.doors.rest.Links.only;
import static communique.doors.rest.Links.rendering;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A link can tell which edition was translated from which, and from which version. */
@ExtendWith(RunningSystem.Shared.class)
class LinkedTranslationsIT {
  private final Links links;
  private final RestClient office;
  private final RestClient anybody;

  LinkedTranslationsIT(RunningSystem system) throws IOException {
    this.links = new Links(system);
    this.office = links.office();
    this.anybody = links.anybody();
  }

  @Test
  void a_translation_that_a_link_tells_of_is_stale_when_its_source_goes_on() throws Exception {
    String korean = links.deposit("ko");
    links.correct(korean, "ko", "In ko, second");
    String english = links.deposit("en");
    link(office, korean, english, rendering("en", "ko", ",\"version\":1"));
    JsonNode told = only(anybody, english);
    assertThat(told.get("translatedFrom").asText()).isEqualTo("ko");
    assertThat(told.get("translatedVersion").asInt()).isEqualTo(1);
    assertThat(told.get("translator").asText()).isEqualTo("A. Weber");
    assertThat(told.get("stale").asBoolean()).isTrue();
    // The correction follows the newest version of what it was made from, and says so itself.
    links.correct(english, "en", "In en, second", "\"translation\":{\"from\":\"ko\"}");
    assertThat(only(anybody, english).get("translatedVersion").asInt()).isEqualTo(2);
    assertThat(only(anybody, english).get("stale").asBoolean()).isFalse();
  }

  @Test
  void a_translation_is_one_of_the_newest_version_when_none_is_named() throws Exception {
    String korean = links.deposit("ko");
    links.correct(korean, "ko", "In ko, second");
    String english = links.deposit("en");
    link(office, english, korean, rendering("en", "ko", ""));
    assertThat(only(anybody, english).get("translatedVersion").asInt()).isEqualTo(2);
    assertThat(only(anybody, english).get("stale").asBoolean()).isFalse();
    links.correct(korean, "ko", "In ko, third");
    assertThat(only(anybody, english).get("stale").asBoolean()).isTrue();
  }

  @Test
  void representations_name_the_editions_of_linked_briefings_and_what_they_were_made_from()
      throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    link(office, korean, english, rendering("en", "ko", ""));
    String there = "/api/v1/briefings/" + english + "/en";
    for (String format : List.of("ninjs", "jsonld", "newsml-g2", "xhtml")) {
      HttpResponse<String> answer = anybody.get("briefings/" + korean + "/ko?format=" + format);
      assertThat(answer.body()).as(format).contains(there);
      assertThat(answer.headers().firstValue("Link").orElse(""))
          .contains("<" + there + ">; rel=\"alternate\"; hreflang=\"en\"");
      assertThat(anybody.get("briefings/" + english + "/en?format=" + format).body())
          .as(format)
          .contains("/api/v1/briefings/" + korean + "/ko", "A. Weber");
    }
    assertThat(anybody.get("/briefings/" + korean + "/ko").body())
        .contains("href=\"/briefings/" + english + "/en\" rel=\"alternate\" hreflang=\"en\"");
    assertThat(anybody.get("/briefings/" + english + "/en").body()).contains("by A. Weber");
  }
}
