package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void withdrawals_and_deposits_at_the_same_time_are_all_kept() throws Exception {
    List<String> withdrawn = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      withdrawn.add(newsroom.deposit("Withdrawn beside deposits"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> all = new ArrayList<>();
      for (String id : withdrawn) {
        all.add(() -> newsroom.withdraw(id, "Beside deposits").statusCode());
        all.add(() -> newsroom.depositor().post("briefings", statement("Beside")).statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(200, 201);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void the_public_word_of_a_withdrawal_names_nothing_of_a_correction_under_embargo()
      throws Exception {
    String id = newsroom.deposit("Public so far", "\"section\":\"Shown section\"");
    newsroom.correct(
        id,
        1,
        edition(
            "",
            "Not yet",
            Newsroom.MINOR,
            "\"section\":\"Hidden section\"",
            "\"embargo\":\"2099-01-01T00:00:00Z\""));
    assertThat(newsroom.withdraw(id, "Both").statusCode()).isEqualTo(200);
    try (var database = system.database();
        var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select version, section from journal where verb = 'WithdrawBriefing'"
                    + " and public_position is not null and briefing = '"
                    + id
                    + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getString(2)).isEqualTo("Shown section");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void the_withdrawal_of_what_was_never_public_tells_nothing() throws Exception {
    String id = newsroom.deposit("Never public", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    assertThat(newsroom.withdraw(id, "Not needed").statusCode()).isEqualTo(200);
    for (String path : List.of("", "/en", "/en/versions/1")) {
      assertThat(newsroom.anybody().get("briefings/" + id + path).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void one_edition_is_withdrawn_and_the_others_stay() throws Exception {
    String id = newsroom.deposit("Stayingword");
    newsroom.depositor().must("POST", "briefings/" + id + "/editions", edition("de", "Goneword"));
    newsroom.awaitFound("Goneword", 1);
    long before = newsroom.newestChange();
    HttpResponse<String> withdrawn =
        withdraw(id, "\"language\":\"de\",\"reason\":\"Wrongly translated\",\"titleShown\":true");
    SchemaCheck.assertValid(
        "notice.schema.json", withdrawn.body().getBytes(StandardCharsets.UTF_8));
    assertThat(withdrawn.body()).contains("\"language\":\"de\"", "\"title\":\"Goneword\"");
    for (String path : List.of("/de", "/de/versions/1", "/de/versions")) {
      HttpResponse<String> gone = newsroom.anybody().get("briefings/" + id + path);
      assertThat(gone.statusCode()).as(path).isEqualTo(410);
      SchemaCheck.assertValid("problem.schema.json", gone.body().getBytes(StandardCharsets.UTF_8));
      assertThat(gone.body()).contains("Wrongly translated", "\"language\":\"de\"");
    }
    assertThat(newsroom.anybody().get("/briefings/" + id + "/de").statusCode()).isEqualTo(410);
    newsroom.awaitFound("Goneword", 0);
    newsroom.awaitFound("Stayingword", 1);
    for (String address :
        List.of("briefings/" + id, "briefings/" + id + "/en", "/briefings/" + id + "/en")) {
      assertThat(newsroom.anybody().get(address).body())
          .as(address)
          .contains("Stayingword")
          .doesNotContain("Goneword", id + "/de");
    }
    assertThat(new Depositor(system).fetch(id)).contains("Stayingword").doesNotContain("Goneword");
    assertThat(newsroom.anybody().get("changes?limit=1000&after=" + before).body())
        .contains("\"verb\":\"WithdrawBriefing\"", "\"language\":\"de\"")
        .doesNotContain("Goneword", "\"language\":\"en\"");
    assertThat(newsroom.anybody().get("/feeds/atom").body())
        .contains("ref=\"urn:uuid:" + id + "#de\"", "Wrongly translated")
        .contains("<id>urn:uuid:" + id + "#en</id>");

    reinstate(id, "\"language\":\"de\",\"reason\":\"It was right\"");
    assertThat(newsroom.anybody().get("briefings/" + id + "/de").body()).contains("Goneword");
    assertThat(newsroom.anybody().get("briefings/" + id).body()).contains("Goneword");
    newsroom.awaitFound("Goneword", 1);
    assertThat(newsroom.anybody().get("/feeds/atom").body())
        .contains("<id>urn:uuid:" + id + "#de</id>")
        .doesNotContain("ref=\"urn:uuid:" + id + "#de\"");
  }

  @Test
  void a_briefing_whose_editions_were_withdrawn_one_by_one_is_gone_and_comes_back_as_a_whole()
      throws Exception {
    String id = newsroom.deposit("One by one");
    newsroom
        .depositor()
        .must("POST", "briefings/" + id + "/editions", edition("de", "Nacheinander"));
    withdraw(id, "\"language\":\"de\",\"reason\":\"First\"");
    withdraw(id, "\"language\":\"en\",\"reason\":\"Second\"");
    HttpResponse<String> gone = newsroom.anybody().get("briefings/" + id);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Second");
    assertThat(newsroom.anybody().get("briefings/" + id + "/de").body()).contains("First");
    // Added to what is not shown, it is not shown either.
    newsroom.depositor().must("POST", "briefings/" + id + "/editions", edition("fr", "Plus tard"));
    assertThat(newsroom.anybody().get("briefings/" + id + "/fr").statusCode()).isEqualTo(404);
    assertThat(reinstate(id, "\"reason\":\"All was right\"").statusCode()).isEqualTo(200);
    assertThat(newsroom.anybody().get("briefings/" + id).body())
        .contains("One by one", "Nacheinander", "Plus tard");
  }

  @Test
  void the_whole_is_withdrawn_after_an_edition_and_its_notice_is_erased_with_the_edition()
      throws Exception {
    String id = newsroom.deposit("Whole");
    newsroom.depositor().must("POST", "briefings/" + id + "/editions", edition("de", "Titelwort"));
    withdraw(id, "\"language\":\"de\",\"reason\":\"Alone\",\"titleShown\":true");
    assertThat(withdraw(id, "\"reason\":\"Everything\"").statusCode()).isEqualTo(200);
    assertThat(newsroom.anybody().get("briefings/" + id + "/en").body()).contains("Everything");
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"Court order\",\"language\":\"de\"}");
    assertThat(newsroom.anybody().get("briefings/" + id + "/de").body())
        .contains("Court order")
        .doesNotContain("Titelwort");
    assertThat(newsroom.stored(id)).doesNotContain("Titelwort");
  }

  @Test
  void what_nobody_has_seen_of_a_withdrawn_briefing_is_answered_as_what_does_not_exist()
      throws Exception {
    String id = newsroom.deposit("Seen");
    newsroom.correct(
        id, 1, edition("", "Not yet", Newsroom.MINOR, "\"embargo\":\"2099-01-01T00:00:00Z\""));
    assertThat(newsroom.withdraw(id, "Issued in error").statusCode()).isEqualTo(200);
    newsroom.correct(id, 2, edition("", "Set right", Newsroom.MINOR));
    newsroom.depositor().must("POST", "briefings/" + id + "/editions", edition("ko", "Added"));
    String login = Api.basic("withdrawal-accredited", "a password for withdrawals");
    RestClient.as("admin", system)
        .must(
            "PUT",
            "accounts/withdrawal-accredited",
            "{\"role\":\"accredited\",\"password\":\"a password for withdrawals\"}");
    Api api = new Api(system);
    for (String never : List.of("/ko", "/ko/versions", "/ko/versions/1", "/en/versions/3", "/ja")) {
      String path = "briefings/" + id + never;
      for (String address : List.of(path, "/" + path)) {
        HttpResponse<String> answer = newsroom.anybody().get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(404);
        assertThat(answer.body()).as(address).doesNotContain("Issued in error");
      }
      assertThat(api.send(login, "GET", path, "").statusCode()).as(path).isEqualTo(404);
    }
    String waiting = "briefings/" + id + "/en/versions/2";
    assertThat(newsroom.anybody().get(waiting).statusCode()).isEqualTo(404);
    assertThat(api.send(login, "GET", waiting, "").statusCode()).isEqualTo(410);
    assertThat(newsroom.anybody().get("briefings/" + id + "/en/versions/1").statusCode())
        .isEqualTo(410);
  }

  @Test
  void that_an_edition_was_withdrawn_which_was_never_public_is_told_to_nobody() throws Exception {
    String id = newsroom.deposit("Public");
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/editions",
            edition("de", "Nie", "\"embargo\":\"2099-01-01T00:00:00Z\""));
    long before = newsroom.newestChange();
    assertThat(withdraw(id, "\"language\":\"de\",\"reason\":\"Secret\"").statusCode())
        .isEqualTo(200);
    assertThat(newsroom.anybody().get("changes?limit=1000&after=" + before).body())
        .doesNotContain(id);
    assertThat(newsroom.anybody().get("briefings/" + id + "/de").statusCode()).isEqualTo(404);
    assertThat(newsroom.anybody().get("briefings/" + id).statusCode()).isEqualTo(200);
    withdraw(id, "\"language\":\"en\",\"reason\":\"Told\"");
    HttpResponse<String> gone = newsroom.anybody().get("briefings/" + id);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Told").doesNotContain("Secret");
  }

  private HttpResponse<String> withdraw(String id, String fields) throws Exception {
    return newsroom.depositor().post("briefings/" + id + "/withdrawal", "{" + fields + "}");
  }

  private HttpResponse<String> reinstate(String id, String fields) throws Exception {
    return newsroom.depositor().post("briefings/" + id + "/reinstatement", "{" + fields + "}");
  }
}
