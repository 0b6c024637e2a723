package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodedTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_kind_is_found_by_its_word(Kind kind) {
    assertThat(Coded.of(Kind.class, "kind", kind.code())).isEqualTo(kind);
  }

  @Test
  void an_unknown_word_is_refused_with_the_words_there_are() {
    Refusal refusal =
        Refused.by(
            () -> Coded.of(Mention.Role.class, "role", "Speaker"), Reason.UNKNOWN_VALUE, "role");
    assertThat(refusal.rule()).isEqualTo("must be one of speaker, host, participant, spokesperson");
    assertThat(refusal.value()).isEqualTo("Speaker");
  }

  static Stream<List<? extends Coded>> choices() {
    return Stream.of(
        List.of(Kind.values()),
        List.of(Mention.Role.values()),
        List.of(Placement.Role.values()),
        List.of(Span.Emphasis.values()));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void no_word_means_two_things(List<? extends Coded> choices) {
    assertThat(choices).extracting(Coded::code).doesNotHaveDuplicates();
  }
}
