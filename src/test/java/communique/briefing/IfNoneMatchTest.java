package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a document already is not sent it again, and nobody else goes without. */
class IfNoneMatchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a1\"", "W/\"a1\"", "\"b2\", \"a1\"", "\"b2\",W/\"a1\"", ",,\"a1\"", "*", " * "})
  void a_tag_is_found_in_any_list_strong_or_weak_and_so_is_any_tag(String line) {
    assertThat(new IfNoneMatch(List.of(line)).has("a1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a1", "\"a\"", "\"a12\"", "\"*\"", "\"b2\", \"c3\"", "\"b2\"a1\"c3\""})
  void what_is_another_tag_or_none_is_not_it(String line) {
    assertThat(new IfNoneMatch(List.of(line)).has("a1")).isFalse();
  }

  @Test
  void every_line_of_the_header_counts() {
    assertThat(new IfNoneMatch(List.of("\"b2\"", "\"a1\"")).has("a1")).isTrue();
  }

  @Test
  void without_the_header_nothing_is_known() {
    IfNoneMatch none = new IfNoneMatch(List.of());
    assertThat(none.isPresent()).isFalse();
    assertThat(none.has("a1")).isFalse();
  }
}
