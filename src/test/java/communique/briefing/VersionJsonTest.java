package communique.briefing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionJsonTest {
  static Stream<Version> versions() {
    return Stream.of(FullVersion.everything(), FullVersion.bare());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void what_is_written_is_already_canonical(Version version) throws IOException {
    byte[] written = VersionJson.write(version);
    assertThat(new String(written, UTF_8))
        .isEqualTo(new JsonCanonicalizer(written).getEncodedString());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void what_was_written_is_read_back_without_loss(Version version) {
    assertThat(VersionReader.read(VersionJson.write(version))).isEqualTo(version);
  }
}
