package communique.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void a_ranking_in_the_order_of_the_grades_is_perfect_whatever_follows() {
    assertThat(Measures.of(List.of(3, 2, 1, 0, 0), List.of(1, 3, 2)))
        .isEqualTo(new Measures(1, 1, 1));
  }

  @Test
  void gain_doubles_with_the_grade_and_is_discounted_by_the_logarithm_of_the_rank() {
    double found = 3 / 1.0 + 7 / log2(4);
    double ideal = 7 / 1.0 + 3 / log2(3);
    assertThat(Measures.of(List.of(2, 0, 3), List.of(3, 2)).ndcg())
        .isCloseTo(found / ideal, within(1e-9));
  }

  @Test
  void what_comes_after_the_tenth_hit_adds_no_gain_but_is_recalled_until_the_fiftieth() {
    List<Integer> late = new ArrayList<>(Collections.nCopies(10, 0));
    late.add(3);
    assertThat(Measures.of(late, List.of(3)).ndcg()).isZero();
    assertThat(Measures.of(late, List.of(3, 3)).recall()).isEqualTo(0.5);
    assertThat(Measures.of(late, List.of(3)).reciprocalRank()).isCloseTo(1 / 11.0, within(1e-9));
    List<Integer> later = new ArrayList<>(Collections.nCopies(50, 0));
    later.add(3);
    assertThat(Measures.of(later, List.of(3))).isEqualTo(new Measures(0, 0, 0));
  }

  @Test
  void what_is_marginal_is_neither_recalled_nor_the_first_hit() {
    Measures measures = Measures.of(List.of(1, 2), List.of(3, 2, 1));
    assertThat(measures.reciprocalRank()).isEqualTo(0.5);
    assertThat(measures.recall()).isEqualTo(0.5);
  }

  @Test
  void nothing_found_is_worth_nothing() {
    assertThat(Measures.of(List.of(), List.of(3))).isEqualTo(new Measures(0, 0, 0));
  }

  @Test
  void each_judged_query_has_an_identity_of_its_own_and_something_relevant() throws IOException {
    Set<String> ids = new HashSet<>();
    assertThat(JudgedQuery.all())
        .hasSizeGreaterThanOrEqualTo(140)
        .allSatisfy(
            query -> {
              assertThat(ids.add(query.id())).as(query.id()).isTrue();
              assertThat(query.half()).isIn("tuning", "held-out");
              assertThat(query.relevant().values())
                  .as(query.id())
                  .allMatch(List.of(1, 2, 3)::contains);
              assertThat(query.relevant().values()).as(query.id()).anyMatch(grade -> grade >= 2);
            });
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }
}
