package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  // The examples of FIPS 180-4.
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void it_is_the_sha_256_of_the_bytes() {
    assertThat(Digest.of(new byte[0])).hasToString(OF_NOTHING);
    assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII))).hasToString(OF_ABC);
  }

  @Test
  void its_bytes_make_it_again() {
    Digest digest = new Digest(OF_ABC);
    assertThat(digest.bytes()).hasSize(32);
    assertThat(Digest.ofFinished(digest.bytes())).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
  void what_is_not_64_lower_case_hexadecimal_digits_is_refused(String hex) {
    Refused.by(() -> new Digest(hex), Reason.BAD_FORMAT, "sha256");
  }
}
