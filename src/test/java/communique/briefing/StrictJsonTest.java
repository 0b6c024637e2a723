package communique.briefing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no object, or could be understood in two ways, is refused. */
class StrictJsonTest {
  @Test
  void an_object_is_read_from_text_and_from_bytes() {
    assertThat(StrictJson.object("{\"a\":\"\\\"}\\\\\",\"b\":{}} \n")).containsOnlyKeys("a", "b");
    String json = "{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}";
    assertThat(StrictJson.object(json)).containsOnlyKeys("a");
    assertThat(StrictJson.object(json.getBytes(UTF_8))).isEqualTo(StrictJson.object(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":1,\"a\":2}", "{} {}", "{}x", "null", "\"x\""})
  void all_else_is_refused(String json) {
    assertRefused(json, "must be");
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 2_000, 100_000})
  void what_is_nested_too_deep_is_refused_and_told_so(int levels) {
    assertRefused("{\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}", "deeper than 40");
    assertRefused("{\"x\":".repeat(levels) + "1" + "}".repeat(levels), "deeper than 40");
  }

  @Test
  void letters_of_another_encoding_are_refused_and_a_byte_order_mark_is_no_letter() {
    for (Charset other : List.of(ISO_8859_1, UTF_16)) {
      assertThatThrownBy(() -> StrictJson.object("{\"a\":\"Präsident\"}".getBytes(other)))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("must be in UTF-8"));
    }
    assertThat(StrictJson.object("\uFEFF{\"a\":1}".getBytes(UTF_8))).containsOnlyKeys("a");
  }

  private static void assertRefused(String json, String rule) {
    assertThatThrownBy(() -> StrictJson.object(json))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
              assertThat(refusal.rule()).contains(rule);
            });
    assertThatThrownBy(() -> StrictJson.object(json.getBytes(UTF_8))).isInstanceOf(Refusal.class);
  }
}
