package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionReaderTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_version_that_is_written_is_read_back_the_same(long seed) {
    GeneratedVersions versions = new GeneratedVersions(seed);
    for (int i = 0; i < 200; i++) {
      Version version = versions.next();
      byte[] canonical = VersionJson.write(version);
      assertThat(VersionReader.read(canonical)).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void what_is_read_is_written_in_the_very_same_bytes(long seed) {
    GeneratedVersions versions = new GeneratedVersions(seed);
    for (int i = 0; i < 200; i++) {
      byte[] canonical = VersionJson.write(versions.next());
      assertThat(VersionJson.write(VersionReader.read(canonical))).isEqualTo(canonical);
    }
  }

  @Test
  void a_block_of_a_type_that_does_not_exist_is_not_read() {
    Version version = new GeneratedVersions(8).next();
    String json = new String(VersionJson.write(version), StandardCharsets.UTF_8);
    String strange = json.replaceFirst("\"body\":\\[", "\"body\":[{\"type\":\"script\"},");
    assertThatThrownBy(() -> VersionReader.read(strange.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("body[0].type: must be one of");
  }
}
