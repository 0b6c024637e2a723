package communique.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AutomatonTest {

  @Test
  void patterns_within_and_across_each_other_are_all_found() {
    assertThat(found("ushers", "he", "hers", "his", "she"))
        .containsExactlyInAnyOrder("she@1", "he@2", "hers@2");
    assertThat(found("aaaa", "a", "aa", "aaa")).hasSize(9);
    assertThat(found("nothing", "x")).isEmpty();
    assertThat(found("anything")).isEmpty();
  }

  @Test
  void it_finds_what_looking_for_each_pattern_alone_finds() {
    Random random = new Random(17);
    for (int round = 0; round < 300; round++) {
      TreeSet<String> patterns = new TreeSet<>();
      for (int i = 0; i < 12; i++) {
        patterns.add(random(random, 1 + random.nextInt(5)));
      }
      String text = random(random, 60);
      String[] all = patterns.toArray(new String[0]);
      assertThat(found(text, all)).containsExactlyInAnyOrderElementsOf(alone(text, all));
    }
  }

  private static List<String> found(String text, String... patterns) {
    String[] sorted = new TreeSet<>(List.of(patterns)).toArray(new String[0]);
    List<String> found = new ArrayList<>();
    Automaton.of(sorted)
        .scan(
            text,
            sorted,
            (pattern, start, end) -> {
              assertThat(text.substring(start, end)).isEqualTo(sorted[pattern]);
              found.add(sorted[pattern] + "@" + start);
            });
    return found;
  }

  private static List<String> alone(String text, String... patterns) {
    List<String> found = new ArrayList<>();
    for (String pattern : patterns) {
      for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
        found.add(pattern + "@" + at);
      }
    }
    return found;
  }

  private static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abв카".charAt(random.nextInt(4)));
    }
    return text.toString();
  }
}
