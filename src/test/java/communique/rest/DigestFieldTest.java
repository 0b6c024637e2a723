package communique.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Digest;
import communique.briefing.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestFieldTest {
  private static final String EMPTY = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

  @ParameterizedTest
  @ValueSource(strings = {EMPTY, "md5=:AAAA:, " + EMPTY, EMPTY + ",sha-512=:AAAA:", EMPTY + ";a=1"})
  void the_sha_256_is_found_among_others(String field) {
    assertThat(DigestField.sha256("Repr-Digest", field)).isEqualTo(Digest.of(new byte[0]));
  }

  @Test
  void other_algorithms_are_passed_over() {
    assertThat(DigestField.sha256("Repr-Digest", null)).isNull();
    assertThat(DigestField.sha256("Repr-Digest", "sha-512=:AAAA:")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256=:AAAA:", "sha-256=abc", "a=1, sha-256=47DEQ"})
  void a_sha_256_that_cannot_be_read_is_refused(String field) {
    assertThatThrownBy(() -> DigestField.sha256("Repr-Digest", field))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Repr-Digest");
  }
}
