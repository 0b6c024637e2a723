package communique.soap.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64FormTest {
  @Test
  void what_an_encoder_writes_is_base64_in_one_line_or_in_many() {
    Random random = new Random(7);
    for (int size = 0; size < 200; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      assertThat(isBase64(Base64.getEncoder().encodeToString(bytes))).isTrue();
      assertThat(isBase64(Base64.getMimeEncoder().encodeToString(bytes))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "AAAA", "AA==", "AAA=", "A A\t=\r\n= ", "+/+/", "AAE="})
  void white_space_says_nothing_and_padding_ends_the_last_group(String text) {
    assertThat(isBase64(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AA",
        "AAA",
        "A===",
        "====",
        "AA=A",
        "AA==AAAA",
        "AAA=AAAA",
        "AA===",
        "AA=",
        "AAAA!!!!",
        "AA!A",
        "-_-_",
        "AA%2B",
        "AB==",
        "AAB=",
        "\u00c4AAA",
        "AAA\u0141",
        "AAAA\u000b",
        "AAAA\u00a0"
      })
  void whatever_else_a_decoder_would_make_something_of_is_none(String text) {
    assertThat(isBase64(text)).isFalse();
  }

  private static boolean isBase64(String text) {
    Base64Form form = new Base64Form();
    return text.chars().allMatch(form::accepts) && form.isWhole();
  }
}
