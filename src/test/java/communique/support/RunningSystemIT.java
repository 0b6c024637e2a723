package communique.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.Shared.class)
final class RunningSystemIT {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

  private final RunningSystem system;

  RunningSystemIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void the_archive_is_ready_over_http_and_https() throws Exception {
    assertThat(get(system.httpUri().resolve("/health/ready")).statusCode()).isEqualTo(200);
    assertThat(get(system.httpsUri().resolve("/health/ready")).statusCode()).isEqualTo(200);
  }

  @Test
  void an_answer_does_not_name_the_server_software() throws Exception {
    HttpResponse<String> answer = get(system.httpUri().resolve("/health/ready"));
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void what_postgresql_acknowledges_is_on_the_disk() throws Exception {
    assertThat(shown("fsync")).isEqualTo("on");
    assertThat(shown("synchronous_commit")).isEqualTo("on");
    assertThat(shown("full_page_writes")).isEqualTo("on");
    assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void the_role_of_the_archive_is_no_superuser() throws Exception {
    assertThat(shown("is_superuser")).isEqualTo("off");
  }

  @Test
  void a_german_word_and_its_inflection_are_one_token() throws Exception {
    assertThat(tokens("german", "Telefonate")).isEqualTo(tokens("german", "Telefonat"));
    assertThat(tokens("german", "Telefonate")).isNotEqualTo(tokens("german", "Telegramm"));
  }

  @Test
  void a_korean_word_is_found_without_its_particle() throws Exception {
    assertThat(tokens("nori", "대통령은")).contains("대통령");
  }

  @Test
  void every_language_of_the_archive_has_its_analyzer() throws Exception {
    for (String analyzer :
        List.of("english", "french", "spanish", "russian", "arabic", "indonesian", "portuguese")) {
      assertThat(tokens(analyzer, "2025")).as(analyzer).containsExactly("2025");
    }
    assertThat(tokens("cjk", "記者会見")).containsExactly("記者", "者会", "会見");
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return system.client().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private String shown(String setting) throws SQLException {
    try (Connection connection = system.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private List<String> tokens(String analyzer, String text)
      throws IOException, InterruptedException {
    String question = "{\"analyzer\":\"%s\",\"text\":\"%s\"}".formatted(analyzer, text);
    HttpRequest request =
        HttpRequest.newBuilder(system.searchUri().resolve("/_analyze"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question))
            .build();
    HttpResponse<String> answer = system.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TOKEN.matcher(answer.body()).results().map(found -> found.group(1)).toList();
  }
}
