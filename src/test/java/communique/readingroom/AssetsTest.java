package communique.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are packed only for who can unpack them. */
class AssetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip", "GZIP;q=0.5", "deflate;q=0, gzip ; q=1.0", "x-gzip"})
  void gzip_is_sent_to_who_takes_it(String header) {
    assertThat(Assets.takesGzip(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.000, br", "identity", "nogzip"})
  void gzip_is_not_sent_to_who_refuses_it_or_does_not_name_it(String header) {
    assertThat(Assets.takesGzip(List.of(header))).isFalse();
  }

  @Test
  void every_line_of_the_header_counts() {
    assertThat(Assets.takesGzip(List.of("br", "gzip"))).isTrue();
    assertThat(Assets.takesGzip(List.of())).isFalse();
  }
}
