package communique.reading;

import communique.briefing.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks of a text say the same as which of its translation. It is found without a word of
 * either language, from the sorts, the order and the lengths of the blocks and from the numbers,
 * speakers and pictures in them, as the likeliest way through both (after W. A. Gale and K. W.
 * Church, A Program for Aligning Sentences in Bilingual Corpora, 1993).
 */
public final class Alignment {
  /** How many pairs of blocks are weighed; of longer texts those at about the same places. */
  private static final long MOST_PAIRS = 1_000_000;

  /** How many blocks of either side one match takes; the first is preferred. */
  private static final int[][] STEPS = {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}};

  private final List<ComparableBlock> from;
  private final List<ComparableBlock> to;

  /** Each block with the one after it. */
  private final List<@Nullable ComparableBlock> fromTwo;

  private final List<@Nullable ComparableBlock> toTwo;
  private final MatchCost cost;
  private final int reach;

  /** Of the last three rows. */
  private final double[][] costs;

  private final byte[][] steps;

  private Alignment(List<ComparableBlock> from, List<ComparableBlock> to) {
    this.from = from;
    this.to = to;
    fromTwo = twos(from);
    toTwo = twos(to);
    cost = new MatchCost(from, to);
    boolean all = (long) from.size() * to.size() <= MOST_PAIRS;
    reach = all ? to.size() : (int) (MOST_PAIRS / (2L * from.size())) + 2;
    costs = new double[3][to.size() + 1];
    steps = new byte[from.size() + 1][];
  }

  private static List<@Nullable ComparableBlock> twos(List<ComparableBlock> blocks) {
    List<@Nullable ComparableBlock> twos = new ArrayList<>();
    for (int i = 1; i < blocks.size(); i++) {
      twos.add(blocks.get(i - 1).and(blocks.get(i)));
    }
    return twos;
  }

  /**
   * Blocks of both texts that say the same: one on each side, two on one of them, or one that only
   * one side has.
   *
   * @param from the first of them in the one text, from 0
   * @param fromLength 0 to 2
   * @param to the first of them in the other text, from 0
   * @param toLength 0 to 2
   */
  public record Match(int from, int fromLength, int to, int toLength) {}

  /**
   * The matches, in order; each block is in one. Texts of more than a thousand blocks are expected
   * to say the same at about the same places.
   */
  public static List<Match> of(Content from, Content to) {
    Alignment alignment = new Alignment(ComparableBlock.of(from), ComparableBlock.of(to));
    for (int i = 0; i <= from.body().blocks().size(); i++) {
      alignment.row(i);
    }
    return alignment.matches();
  }

  private void row(int i) {
    int first = first(i);
    int last = last(i);
    double[] row = costs[i % 3];
    Arrays.fill(row, MatchCost.NEVER * (from.size() + to.size() + 2));
    steps[i] = new byte[last - first + 1];
    for (int j = first; j <= last; j++) {
      if (i == 0 && j == 0) {
        row[0] = 0;
        continue;
      }
      for (byte step = 0; step < STEPS.length; step++) {
        int before = i - STEPS[step][0];
        int there = j - STEPS[step][1];
        if (before >= 0 && there >= 0) {
          double sum = costs[before % 3][there] + cost(before, there, step);
          if (sum < row[j]) {
            row[j] = sum;
            steps[i][j - first] = step;
          }
        }
      }
    }
  }

  private double cost(int i, int j, byte step) {
    return switch (step) {
      case 0 -> cost.pair(from.get(i), to.get(j));
      case 1 -> cost.alone(from.get(i));
      case 2 -> cost.alone(to.get(j));
      case 3 -> cost.drawnTogether(fromTwo.get(i), to.get(j));
      default -> cost.divided(from.get(i), toTwo.get(j));
    };
  }

  private List<Match> matches() {
    List<Match> matches = new ArrayList<>();
    int i = from.size();
    int j = to.size();
    while (i > 0 || j > 0) {
      int[] step = STEPS[steps[i][j - first(i)]];
      i -= step[0];
      j -= step[1];
      matches.add(new Match(i, step[0], j, step[1]));
    }
    Collections.reverse(matches);
    return matches;
  }

  private int first(int i) {
    return Math.max(0, middle(i) - reach);
  }

  private int last(int i) {
    return Math.min(to.size(), middle(i) + reach);
  }

  private int middle(int i) {
    return (int) ((long) i * to.size() / from.size());
  }
}
