package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten wrong passwords in a row are one too many in every door, and all doors count together. */
@ExtendWith(RunningSystem.Shared.class)
final class LogInAttemptsIT {
  private static final String PASSWORD = "a password for tests";

  private final RunningSystem system;
  private final Api api;
  private final SoapClient soap;
  private final ExecutorService guessing = Executors.newCachedThreadPool();

  LogInAttemptsIT(RunningSystem system) {
    this.system = system;
    this.api = new Api(system);
    this.soap = new SoapClient(system);
  }

  @AfterEach
  void end() {
    guessing.shutdownNow();
  }

  @Test
  void over_rest_the_right_password_begins_the_count_anew() throws Exception {
    account("it-forgetful");
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 9; i++) {
        assertThat(overRest("it-forgetful", "wrong " + i).statusCode()).isEqualTo(401);
      }
      assertThat(overRest("it-forgetful", PASSWORD).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void over_soap_the_right_password_begins_the_count_anew_and_the_eleventh_is_not_looked_at()
      throws Exception {
    account("it-guessed-soap");
    for (int i = 0; i < 9; i++) {
      assertThat(overSoap("it-guessed-soap", "wrong " + i).statusCode()).isEqualTo(401);
    }
    assertThat(overSoap("it-guessed-soap", PASSWORD).statusCode()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(overSoap("it-guessed-soap", "wrong " + i).statusCode()).isEqualTo(401);
      assertThat(overRest("it-guessed-soap", "wrong " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> blocked = overSoap("it-guessed-soap", PASSWORD);
    assertThat(blocked.statusCode()).isEqualTo(500);
    assertThat(blocked.headers().firstValue("Retry-After")).hasValue("300");
    assertThat(blocked.body()).contains("Reason>TOO_MANY_ATTEMPTS<").doesNotContain("Exception");
    HttpResponse<String> there = overRest("it-guessed-soap", PASSWORD);
    assertThat(there.statusCode()).isEqualTo(429);
    assertThat(there.headers().firstValue("Retry-After")).hasValue("300");
    SchemaCheck.assertValid("problem.schema.json", there.body().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nobody_holds_a_connection_to_the_database_while_a_password_is_looked_at() throws Exception {
    List<CompletableFuture<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "it-nobody-" + i;
      guesses.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return overRest(name, "wrong").statusCode();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              },
              guessing));
    }
    int most = 0;
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      while (!guesses.stream().allMatch(CompletableFuture::isDone)) {
        try (var rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and query like '%password_hash%'")) {
          assertThat(rows.next()).isTrue();
          most = Math.max(most, rows.getInt(1));
        }
        Thread.sleep(5);
      }
    }
    for (CompletableFuture<Integer> guess : guesses) {
      assertThat(guess.get()).isEqualTo(401);
    }
    // A moment between the look and its commit may be seen.
    assertThat(most).isLessThan(4);
  }

  private void account(String name) throws Exception {
    String account =
        "{\"role\":\"depositor\",\"offices\":[\"XV-PRES\"],\"password\":\"" + PASSWORD + "\"}";
    HttpResponse<String> answer =
        api.send(api.account("admin"), "PUT", "accounts/" + name, account);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private HttpResponse<String> overRest(String name, String password) throws Exception {
    return api.send(Api.basic(name, password), "GET", "briefings?limit=1", "");
  }

  private HttpResponse<String> overSoap(String name, String password) throws Exception {
    String message = SoapClient.example("depositBriefing/shortest.xml");
    return system
        .client()
        .send(
            soap.request("soap/deposit", SoapClient.XML11, BodyPublishers.ofString(message))
                .header("Authorization", SoapClient.basic(name, password))
                .build(),
            BodyHandlers.ofString());
  }
}
