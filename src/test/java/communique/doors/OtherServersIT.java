package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.support.DebianPostgres;
import communique.support.RunningSystem;
import communique.support.SampleBriefings;
import communique.support.SampleBriefings.Kept;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same WAR with a PostgreSQL that it did not bring along; needs Debian's package. */
@Tag("other-servers")
final class OtherServersIT {

  @Test
  void an_archive_that_is_given_a_database_uses_it_and_starts_none() throws Exception {
    try (DebianPostgres postgres = DebianPostgres.start();
        RunningSystem system = RunningSystem.using("other-servers", postgres.environment())) {
      assertThatThrownBy(system::database).hasMessage("this PostgreSQL is not ours");
      List<Kept> all = load(system);
      Kept first = all.get(0);
      HttpResponse<String> answer = get(system, first);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains(first.reference());
      assertThat(number(postgres, "select count(*) from receipt")).isEqualTo(all.size());
      assertThat(number(postgres, "select current_setting('server_version_num')::int"))
          .isGreaterThanOrEqualTo(150_000);
    }
  }

  private static List<Kept> load(RunningSystem system) throws Exception {
    String account = "xv-depositor:" + system.password("xv-depositor");
    return new SampleBriefings(system.client(), system.httpsUri(), account)
        .load(Path.of("src/samples"), kept -> {});
  }

  private static HttpResponse<String> get(RunningSystem system, Kept kept) throws Exception {
    URI address =
        system
            .httpUri()
            .resolve("/api/v1/briefings/%s/%s".formatted(kept.briefing(), kept.language()));
    return system.client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static int number(DebianPostgres postgres, String query) throws SQLException {
    try (Connection connection = postgres.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
