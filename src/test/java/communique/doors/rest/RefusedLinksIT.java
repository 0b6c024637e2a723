package communique.doors.rest;

import static communique.doors.rest.Links.body;
import static communique.doors.rest.Links.link;
import static communique.doors.rest.Links.linkedWith;
import static communique.doors.rest.Links.problem;
import static communique.doors.rest.Links.rendering;
import static communique.doors.rest.RestClient.edition;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.support.HeldLock;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links that cannot be, and those that their sender has no right to. */
@ExtendWith(RunningSystem.Shared.class)
class RefusedLinksIT {
  private final RunningSystem system;
  private final Links links;
  private final RestClient office;
  private final RestClient archivist;
  private final RestClient anybody;

  RefusedLinksIT(RunningSystem system) throws IOException {
    this.system = system;
    this.links = new Links(system);
    this.office = links.office();
    this.archivist = links.archivist();
    this.anybody = links.anybody();
  }

  @Test
  void what_is_linked_already_itself_unknown_or_of_the_same_language_is_refused() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en");
    String british = links.deposit("en");
    link(office, korean, english);
    String nobody = UUID.randomUUID().toString();
    refused(office, korean, english, 409, "ALREADY_LINKED", "briefing", english);
    refused(office, english, korean, 409, "ALREADY_LINKED", "briefing", korean);
    refused(office, korean, korean, 400, "OUT_OF_RANGE", "briefing", korean);
    refused(office, korean, nobody, 404, "NOT_FOUND", "briefing", nobody);
    refused(office, nobody, korean, 404, "NOT_FOUND", "briefing", nobody);
    refused(office, korean, british, 409, "EDITION_EXISTS", "briefing", "en");
    refused(office, korean, "x", 400, "BAD_FORMAT", "briefing", "x");
    HttpResponse<String> late = office.send("DELETE", "briefings/" + british + "/links", "");
    problem(late, 409, "NOT_LINKED", "briefing", british);
    HttpResponse<String> added =
        office.post("briefings/" + korean + "/editions", edition("en", "Once more"));
    problem(added, 409, "EDITION_EXISTS", "language", "en");
  }

  @Test
  void a_language_comes_once_to_what_is_linked_although_two_add_it_at_the_same_time()
      throws Exception {
    String german = links.deposit("de");
    String english = links.deposit("en");
    link(office, german, english);
    byte[] png = Pictures.another();
    assertThat(office.upload("image/png", png).statusCode()).isEqualTo(201);
    Digest file = Digest.of(png);
    String korean =
        edition(
            "ko",
            "Twice",
            "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + file.hex() + "\"}}]");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<HttpResponse<String>>> added = new ArrayList<>();
      // What has been found to fit goes no further than this.
      try (HeldLock held = HeldLock.ofFile(file, system)) {
        for (String id : List.of(german, english)) {
          added.add(threads.submit(() -> office.post("briefings/" + id + "/editions", korean)));
        }
        held.awaitWaiting(2);
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> each : added) {
        answers.add(each.get().statusCode());
      }
      assertThat(answers).containsExactlyInAnyOrder(201, 409);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_erased_while_it_is_to_be_linked_is_linked_with_nothing() throws Exception {
    String erased = links.deposit("de");
    String other = links.deposit("en");
    RestClient administrator = RestClient.as("admin", system);
    String order = "{\"extent\":\"everything\",\"ground\":\"Court order 12/26\"}";
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> erasing;
      Future<HttpResponse<String>> linking;
      try (HeldLock held = HeldLock.ofBriefing(erased, system)) {
        erasing =
            threads.submit(
                () -> administrator.must("POST", "briefings/" + erased + "/erasure", order));
        held.awaitWaiting(1);
        linking = threads.submit(() -> office.post("briefings/" + other + "/links", body(erased)));
        held.awaitWaiting(2);
      }
      erasing.get();
      problem(linking.get(), 404, "NOT_FOUND", "briefing", erased);
      assertThat(links.number("select count(*) from linked where briefing = '" + other + "'"))
          .isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void translations_that_cannot_be_are_refused_and_nothing_is_linked() throws Exception {
    String korean = links.deposit("ko");
    String english = links.deposit("en", "\"translation\":{\"from\":\"ko\",\"version\":1}");
    for (String[] expected :
        new String[][] {
          {rendering("de", "ko", ""), "404", "NOT_FOUND", "translations[0].language", "de"},
          {rendering("en", "de", ""), "404", "NOT_FOUND", "translations[0].from", "de"},
          {
            rendering("en", "ko", ",\"version\":2"),
            "400",
            "OUT_OF_RANGE",
            "translations[0].version",
            "2"
          },
          {
            rendering("en", "ko", ",\"version\":0"),
            "400",
            "OUT_OF_RANGE",
            "translations[0].version",
            "0"
          },
          {rendering("en", "ko", ",\"by\":\"B\""), "400", "MALFORMED", "translations[0].by", ""}
        }) {
      HttpResponse<String> answer =
          office.post("briefings/" + korean + "/links", body(english, expected[0]));
      problem(answer, Integer.parseInt(expected[1]), expected[2], expected[3], expected[4]);
    }
    assertThat(linkedWith(office, korean)).isEmpty();
  }

  @Test
  void who_may_not_correct_for_both_offices_links_nothing() throws Exception {
    String ours = links.deposit("ko");
    RestClient other = RestClient.as("kr-depositor", system);
    String theirs = Links.deposit(other, "KR-PRES", "en");
    refused(office, ours, theirs, 403, "NOT_ALLOWED", "office", "KR-PRES");
    refused(other, ours, theirs, 403, "NOT_ALLOWED", "office", "XV-PRES");
    assertThat(anybody.post("briefings/" + ours + "/links", body(theirs)).statusCode())
        .isEqualTo(401);
    link(archivist, ours, theirs);
    assertThat(linkedWith(anybody, theirs)).containsExactly(ours);
    assertThat(office.send("DELETE", "briefings/" + theirs + "/links", "").statusCode())
        .isEqualTo(403);
    office.must("DELETE", "briefings/" + ours + "/links", "");
    assertThat(linkedWith(anybody, theirs)).isEmpty();
  }

  private static void refused(
      RestClient who,
      String one,
      String other,
      int status,
      String reason,
      String field,
      String value)
      throws Exception {
    HttpResponse<String> answer = who.post("briefings/" + one + "/links", body(other));
    problem(answer, status, reason, field, value);
  }
}
