package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was public at a time can be asked for (RFC 7089). */
@ExtendWith(RunningSystem.Shared.class)
class TimeTravelIT {
  private final RestDepositor rest;

  TimeTravelIT(RunningSystem system) throws Exception {
    this.rest = new RestDepositor(system);
  }

  @Test
  void an_edition_leads_to_the_version_that_was_public_then() throws Exception {
    UUID id = rest.deposit("en", "First", "");
    Instant first = publicFrom(id, 0);
    waitFor(first.plusSeconds(1));
    rest.correct(id, "en", "major", "Second");
    Instant second = publicFrom(id, 1);
    assertThat(memento(id, first)).endsWith("/versions/1");
    assertThat(memento(id, second)).endsWith("/versions/2");
    assertThat(memento(id, second.plusSeconds(3600))).endsWith("/versions/2");
    assertThat(memento(id, first.minusSeconds(3600))).endsWith("/versions/1");
    HttpResponse<String> version = rest.get(address(id) + "/versions/1");
    assertThat(version.headers().firstValue("Memento-Datetime")).hasValue(httpDate(first));
    assertThat(String.join(",", version.headers().allValues("Link")))
        .contains("rel=\"original timegate\"", "/timemap>; rel=\"timemap\"");
  }

  @Test
  void a_timegate_says_so_and_refuses_what_is_no_date() throws Exception {
    UUID id = rest.deposit("en", "A gate", "");
    HttpResponse<String> plain = rest.get(address(id));
    assertThat(String.join(",", plain.headers().allValues("Vary"))).contains("accept-datetime");
    HttpResponse<String> led = rest.get(address(id), "Accept-Datetime", httpDate(Instant.now()));
    assertThat(String.join(",", led.headers().allValues("Vary"))).contains("accept-datetime");
    assertThat(led.headers().firstValue("Memento-Datetime")).isEmpty();
    assertThat(rest.get(address(id), "Accept-Datetime", "yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void versions_and_the_map_of_them_are_listed() throws Exception {
    UUID id = rest.deposit("en", "One", "");
    rest.correct(id, "en", "minor", "Two");
    HttpResponse<String> versions = rest.get(address(id) + "/versions");
    SchemaCheck.assertValid("versions.schema.json", versions.body().getBytes(UTF_8));
    JsonNode second = rest.json(address(id) + "/versions?after=1").get("versions").get(0);
    assertThat(second.get("significance").asText()).isEqualTo("minor");
    assertThat(second.get("reason").asText()).isEqualTo("A figure was wrong");
    assertThat(rest.json(address(id) + "/versions?limit=1").get("next").asText())
        .isEqualTo(address(id) + "/versions?after=1&limit=1");
    HttpResponse<String> map = rest.get(address(id) + "/timemap");
    assertThat(map.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/link-format");
    assertThat(map.body()).contains("rel=\"original timegate\"", "/versions/2>; rel=\"memento\"");
    HttpResponse<String> json = rest.get(address(id) + "/timemap", "Accept", "application/json");
    SchemaCheck.assertValid("timemap.schema.json", json.body().getBytes(UTF_8));
    String later = address(id) + "/timemap?after=1";
    assertThat(rest.get(later).body())
        .contains("<" + later + ">; rel=\"self\"", "/versions/2>; rel=\"memento\"")
        .doesNotContain("/versions/1>");
    assertThat(rest.get(later, "Accept", "application/json").body())
        .contains("\"timemap\":\"" + later + "\"");
  }

  @Test
  void what_was_withdrawn_at_the_time_is_said_to_have_been() throws Exception {
    UUID id = rest.deposit("en", "Here and gone", "");
    Instant here = publicFrom(id, 0);
    waitFor(here.plusSeconds(1));
    rest.withdraw(id);
    Instant gone = Instant.now();
    assertThat(rest.get(address(id), "Accept-Datetime", httpDate(here)).statusCode())
        .isEqualTo(410);
    waitFor(gone.plusSeconds(1));
    rest.reinstate(id);
    HttpResponse<String> then = rest.get(address(id), "Accept-Datetime", httpDate(gone));
    assertThat(then.statusCode()).isEqualTo(410);
    assertThat(then.body()).contains("was withdrawn at that time");
    assertThat(memento(id, here)).endsWith("/versions/1");
    assertThat(memento(id, Instant.now().plusSeconds(1))).endsWith("/versions/1");
  }

  @Test
  void what_is_under_embargo_is_in_no_list() throws Exception {
    String later = Instant.now().plusSeconds(3600).toString();
    UUID id = rest.deposit("en", "Later", ",\"embargo\":\"" + later + "\"");
    assertThat(rest.get(address(id) + "/versions").statusCode()).isEqualTo(404);
    assertThat(rest.get(address(id) + "/timemap").statusCode()).isEqualTo(404);
    assertThat(rest.get(address(id), "Accept-Datetime", httpDate(Instant.now())).statusCode())
        .isEqualTo(404);
  }

  private long newestChange() throws Exception {
    long newest = 0;
    JsonNode page = rest.json("/api/v1/changes?limit=1000");
    while (page.get("next").asLong() > newest) {
      newest = page.get("next").asLong();
      page = rest.json("/api/v1/changes?limit=1000&after=" + newest);
    }
    return newest;
  }

  private String memento(UUID id, Instant at) throws Exception {
    HttpResponse<String> answer = rest.get(address(id), "Accept-Datetime", httpDate(at));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(rest.get(URI.create(location).getPath()).statusCode()).as(location).isEqualTo(200);
    return location;
  }

  private Instant publicFrom(UUID id, int index) throws Exception {
    JsonNode versions = rest.json(address(id) + "/versions").get("versions");
    return Instant.parse(versions.get(index).get("publicFrom").asText());
  }

  private static String address(UUID id) {
    return "/api/v1/briefings/" + id + "/en";
  }

  private static String httpDate(Instant at) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(at);
  }

  // Dates of HTTP have whole seconds: what is to be told apart must lie in different ones.
  private static void waitFor(Instant instant) throws InterruptedException {
    while (Instant.now().isBefore(instant)) {
      Thread.sleep(50);
    }
  }

  @Test
  void what_came_during_a_withdrawal_is_public_from_its_end_and_what_nobody_saw_is_no_memento()
      throws Exception {
    UUID id = rest.deposit("en", "Before", "");
    Instant first = publicFrom(id, 0);
    long change = newestChange();
    rest.withdraw(id);
    rest.correctAsDepositor(id, "en", "major", "Hasty");
    rest.correctAsDepositor(id, "en", "minor", "Careful");
    waitFor(Instant.now().plusSeconds(2));
    rest.reinstate(id);
    JsonNode versions = rest.json(address(id) + "/versions").get("versions");
    assertThat(publicFrom(id, 0)).isEqualTo(first);
    Instant shown = publicFrom(id, 2);
    for (int i = 1; i < 3; i++) {
      assertThat(publicFrom(id, i)).isEqualTo(shown);
      assertThat(shown)
          .isAfter(Instant.parse(versions.get(i).get("acceptedAt").asText()).plusSeconds(1));
    }
    HttpResponse<String> map = rest.get(address(id) + "/timemap");
    assertThat(map.body())
        .contains("/versions/1>", "/versions/3>", httpDate(shown))
        .doesNotContain("/versions/2>");
    assertThat(memento(id, shown)).endsWith("/versions/3");
    assertThat(
            rest.get(address(id), "Accept-Datetime", httpDate(shown.minusSeconds(1))).statusCode())
        .isEqualTo(410);
    JsonNode changes = rest.json("/api/v1/changes?limit=1000&after=" + change).get("changes");
    JsonNode told =
        StreamSupport.stream(changes.spliterator(), false)
            .filter(each -> each.get("briefing").asText().equals(id.toString()))
            .filter(each -> each.get("verb").asText().equals("ReinstateBriefing"))
            .findFirst()
            .orElseThrow();
    assertThat(told.get("version").asInt()).isEqualTo(3);
    assertThat(told.get("headline").asText()).isEqualTo("Careful");
    assertThat(told.get("significance").asText()).isEqualTo("major");
  }
}
