package communique.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client names the server that it reached, and nothing else. */
class BaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9080",
        "https://archive.example",
        "https://archive.example.",
        "http://[::1]:9080",
        "http://10.0.0.1",
        "http://my_host"
      })
  void a_server_is_where_it_was_asked(String root) {
    assertThat(Base.of(root + "/feeds/atom", "/feeds/atom")).hasToString(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a b",
        "http://evil.example/x?\"><a",
        "http://user@evil.example",
        "http://",
        "http://a..b",
        "http://a:b",
        "ftp://a.example"
      })
  void what_could_be_no_server_is_refused(String root) {
    assertThatThrownBy(() -> Base.of(root + "/feeds/atom", "/feeds/atom"))
        .isInstanceOf(Refusal.class);
  }
}
