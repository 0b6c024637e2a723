package communique.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a ranking is worth, each from 0 to 1. Grades are 3, 2, 1, and 0 for what is not relevant;
 * what is marginal (1) counts in the first measure only.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten hits, a grade's gain being
 *     {@code 2^grade - 1}
 * @param reciprocalRank one by the rank of the first relevant hit; 0 when there is none in 50
 * @param recall how much of what is relevant is among the first 50 hits
 */
record Measures(double ndcg, double reciprocalRank, double recall) {
  private static final int SHOWN = 10;
  private static final int DEEP = 50;
  private static final int RELEVANT = 2;

  /**
   * @param found the grades of the hits, the first first
   * @param judged the grades of all that should be found, in any order
   */
  static Measures of(List<Integer> found, Collection<Integer> judged) {
    List<Integer> ideal = judged.stream().sorted(Comparator.reverseOrder()).toList();
    List<Integer> deep = found.subList(0, Math.min(DEEP, found.size()));
    int first = 0;
    while (first < deep.size() && deep.get(first) < RELEVANT) {
      first++;
    }
    return new Measures(
        gain(found) / gain(ideal),
        first == deep.size() ? 0 : 1.0 / (first + 1),
        (double) relevant(deep) / relevant(ideal));
  }

  /** The mean of each; zeros of none. */
  static Measures mean(Collection<Measures> all) {
    return new Measures(
        mean(all, Measures::ndcg),
        mean(all, Measures::reciprocalRank),
        mean(all, Measures::recall));
  }

  private static double mean(Collection<Measures> all, ToDoubleFunction<Measures> measure) {
    return all.stream().mapToDouble(measure).average().orElse(0);
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(SHOWN, grades.size()); i++) {
      gain += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
    }
    return gain;
  }

  private static long relevant(List<Integer> grades) {
    return grades.stream().filter(grade -> grade >= RELEVANT).count();
  }
}
