package communique.doors.soap;

import static communique.doors.soap.UsernameTokenText.created;
import static communique.doors.soap.UsernameTokenText.digest;
import static communique.doors.soap.UsernameTokenText.nonce;
import static communique.doors.soap.UsernameTokenText.secret;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** UsernameTokens with a digest, with a nonce that counts once, and beside a timestamp. */
@ExtendWith(RunningSystem.Shared.class)
final class UsernameTokensIT {
  private final RunningSystem system;
  private final SoapClient client;
  private final Api api;

  UsernameTokensIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
    this.api = new Api(system);
  }

  @Test
  void a_digest_of_the_secret_logs_in_once_and_until_there_is_another_secret() throws Exception {
    String secret = secret(system, "kr-depositor");
    String message = digest("kr-depositor", secret, nonce(), created());
    Answer first = client.depositAsNobody(message);
    assertThat(first.first("Reason")).as(first.text()).isEqualTo("NOT_ALLOWED");
    mustReject(message, "used before");
    mustReject(digest("kr-depositor", "another", nonce(), created()), "not its password");
    mustReject(digest("archivist", secret, nonce(), created()), "not its password");
    mustReject(digest("kr-depositor", secret, "", created()), "Nonce");
    mustReject(digest("kr-depositor", secret, nonce(), ""), "time of creation");

    String newer = secret(system, "kr-depositor");
    mustReject(digest("kr-depositor", secret, nonce(), created()), "not its password");
    Answer again = client.depositAsNobody(digest("kr-depositor", newer, nonce(), created()));
    assertThat(again.first("Reason")).isEqualTo("NOT_ALLOWED");
    String gone = "digest-secrets/kr-depositor";
    assertThat(api.send(api.account("admin"), "DELETE", gone, "").statusCode()).isEqualTo(204);
    mustReject(digest("kr-depositor", newer, nonce(), created()), "not its password");
  }

  @Test
  void a_nonce_spelled_otherwise_is_still_the_same() throws Exception {
    String password = system.password("xv-depositor");
    String nonce = nonce();
    assertThat(client.depositAsNobody(text(password, nonce, created())).status()).isEqualTo(200);
    String otherwise = nonce.substring(0, 4) + "\n " + nonce.substring(4);
    mustReject(text(password, otherwise, created()), "used before");
  }

  @Test
  void a_wrong_password_does_not_use_up_a_nonce() throws Exception {
    String password = system.password("xv-depositor");
    String nonce = nonce();
    mustReject(text("wrong", nonce, created()), "password");
    assertThat(client.depositAsNobody(text(password, nonce, created())).status()).isEqualTo(200);
  }

  @Test
  void a_token_out_of_its_time_or_without_a_zone_is_refused() throws Exception {
    String password = system.password("xv-depositor");
    String old = Instant.now().minusSeconds(310).toString();
    mustReject(text(password, nonce(), old), "five minutes");
    mustReject(text(password, nonce(), Instant.now().plusSeconds(90).toString()), "five minutes");
    mustReject(text(password, nonce(), created().replace("Z", "")), "zone");
  }

  @Test
  void an_answer_has_a_timestamp_when_the_request_had_one_and_so_has_a_fault() throws Exception {
    String password = system.password("xv-depositor");
    String timestamp = "<u:Timestamp><u:Created>" + created() + "</u:Created></u:Timestamp>";
    String message =
        text(password, nonce(), created())
            .replace("<w:UsernameToken>", timestamp + "<w:UsernameToken>");
    Answer answer = client.depositAsNobody(message);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(Instant.parse(answer.first("Expires")))
        .isEqualTo(Instant.parse(answer.first("Created")).plusSeconds(300));
    Answer fault = client.depositAsNobody(message);
    assertThat(fault.first("Rule")).contains("used before");
    assertThat(fault.first("Expires")).isNotEmpty();
  }

  @Test
  void what_is_too_old_to_be_used_again_is_forgotten() throws Exception {
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "insert into used_once values (sha256('old'), statement_timestamp() - interval '1 s')");
      Instant end = Instant.now().plusSeconds(60);
      while (isKept(statement) && Instant.now().isBefore(end)) {
        Thread.sleep(500);
      }
      assertThat(isKept(statement)).isFalse();
    }
  }

  private static boolean isKept(Statement statement) throws SQLException {
    try (ResultSet kept =
        statement.executeQuery("select 1 from used_once where digest = sha256('old')")) {
      return kept.next();
    }
  }

  private static String text(String password, String nonce, String created) throws Exception {
    return UsernameTokenText.text("xv-depositor", password, nonce, created);
  }

  private void mustReject(String message, String rule) throws Exception {
    Answer answer = client.depositAsNobody(message);
    assertThat(answer.status()).as(answer.text()).isEqualTo(500);
    assertThat(answer.first("Field") + ": " + answer.first("Rule")).contains(rule);
  }
}
