package communique.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.briefing.Moment;
import communique.reading.ListVersions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each page of a map in time says which it is and where it goes on. */
class TimeMapTest {
  private static final String EDITION = "/api/v1/briefings/b/de";
  private static final List<Moment> VERSIONS =
      List.of(
          new Moment(
              3,
              Instant.EPOCH,
              Instant.EPOCH,
              null,
              null,
              Digest.of(new byte[0]),
              false,
              true,
              null,
              false));

  @Test
  void the_first_page_has_the_address_of_the_map() {
    TimeMap first = new TimeMap(EDITION, 0, new ListVersions.Page(VERSIONS, 3));
    assertThat(new String(first.links(), UTF_8))
        .contains("<" + EDITION + "/timemap>; rel=\"self\"")
        .contains("<" + EDITION + "/timemap?after=3>; rel=\"timemap\"");
    assertThat(first.next()).isEqualTo(EDITION + "/timemap?after=3");
  }

  @Test
  void a_later_page_has_its_own_and_the_last_leads_nowhere() {
    TimeMap last = new TimeMap(EDITION, 2, new ListVersions.Page(VERSIONS, null));
    assertThat(new String(last.links(), UTF_8))
        .contains("<" + EDITION + "/timemap?after=2>; rel=\"self\"")
        .doesNotContain("rel=\"timemap\"");
    assertThat(new String(last.json(), UTF_8))
        .contains("\"timemap\":\"" + EDITION + "/timemap?after=2\"")
        .doesNotContain("next");
    assertThat(last.next()).isNull();
  }
}
