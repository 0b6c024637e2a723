package communique.reading;

import communique.briefing.MediaFile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How unlikely it is that blocks of a text and blocks of its translation say the same, as the
 * negative logarithm of a probability; what speaks for it is taken off.
 */
final class MatchCost {
  /** What is never so. */
  static final double NEVER = 1e6;

  private static final double ONE_TO_ONE = -Math.log(0.89);
  private static final double MORE_FOR_TWO = -Math.log(0.0445) - ONE_TO_ONE;
  private static final double ONE_TO_NONE = -Math.log(0.00495);

  /** Pictures are left out more easily than words. */
  private static final double PICTURE_TO_NONE = 3;

  /** Of the length of a translation, for each letter of what is translated. */
  private static final double VARIANCE = 6.8;

  /** Who translates a text into half as much again has added to it. */
  private static final double MOST_GROWTH = 1.5;

  /** How many letters it takes until the growth of a text is taken at its word. */
  private static final double LETTERS_TO_BELIEVE = 1_000;

  private static final double LENGTHS_AT_MOST = 10;
  private static final double SHARED_NUMBER = 1.5;
  private static final double SHARED_AT_MOST = 4.5;
  private static final double OTHER_NUMBER = 0.5;
  private static final double OTHERS_AT_MOST = 3;
  private static final double SAME_SPEAKER = 3;
  private static final double SAME_PICTURE = 3;
  private static final double OTHER_PICTURE = 2;
  private static final double OTHER_SORT = 4;
  private static final double OTHER_TURN = 8;

  /** Letters of the translation for each letter of what was translated. */
  private final double growth;

  MatchCost(List<ComparableBlock> from, List<ComparableBlock> to) {
    double believed = (length(to) + LETTERS_TO_BELIEVE) / (length(from) + LETTERS_TO_BELIEVE);
    growth = Math.max(1 / MOST_GROWTH, Math.min(MOST_GROWTH, believed));
  }

  private static double length(List<ComparableBlock> blocks) {
    return blocks.stream().mapToDouble(ComparableBlock::length).sum();
  }

  /** That a block has no counterpart. */
  double alone(ComparableBlock block) {
    return block.isPicture() ? PICTURE_TO_NONE : ONE_TO_NONE;
  }

  /** That a block is one on the other side. */
  double pair(ComparableBlock from, ComparableBlock to) {
    if (from.isPicture() != to.isPicture()) {
      return NEVER;
    }
    return ONE_TO_ONE
        + sorts(from, to)
        + pictures(from.picture(), to.picture())
        + speakers(from, to)
        + lengths(from.length(), to.length())
        + numbers(from.numbers(), to.numbers());
  }

  /**
   * That two blocks were drawn together.
   *
   * @param both as one; absent when they cannot be
   */
  double drawnTogether(@Nullable ComparableBlock both, ComparableBlock to) {
    return both == null || !both.sort().equals(to.sort()) ? NEVER : MORE_FOR_TWO + pair(both, to);
  }

  /**
   * That a block was divided.
   *
   * @param both its parts as one; absent when they cannot be
   */
  double divided(ComparableBlock from, @Nullable ComparableBlock both) {
    return both == null || !both.sort().equals(from.sort())
        ? NEVER
        : MORE_FOR_TWO + pair(from, both);
  }

  private static double sorts(ComparableBlock from, ComparableBlock to) {
    if (from.sort().equals(to.sort())) {
      return 0;
    }
    return from.isTurn() && to.isTurn() ? OTHER_TURN : OTHER_SORT;
  }

  private static double pictures(@Nullable MediaFile from, @Nullable MediaFile to) {
    if (from == null || to == null) {
      return 0;
    }
    return from.equals(to) ? -SAME_PICTURE : OTHER_PICTURE;
  }

  // In other letters the same speaker is spelled in another way: that says nothing.
  private static double speakers(ComparableBlock from, ComparableBlock to) {
    return from.speaker() != null && from.speaker().equals(to.speaker()) ? -SAME_SPEAKER : 0;
  }

  // The logarithm of the two tails of the normal distribution, within some hundredths.
  private double lengths(double from, double to) {
    double mean = (from + to / growth) / 2;
    if (mean == 0) {
      return 0;
    }
    double z = Math.abs(from * growth - to) / Math.sqrt(VARIANCE * mean);
    return Math.min(LENGTHS_AT_MOST, z * z / 2 + Math.log(1 + z * Math.sqrt(Math.PI / 2)));
  }

  private static double numbers(Set<String> from, Set<String> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return 0;
    }
    int shared = 0;
    for (String number : from) {
      shared += to.contains(number) ? 1 : 0;
    }
    int others = from.size() + to.size() - 2 * shared;
    return Math.min(OTHERS_AT_MOST, others * OTHER_NUMBER)
        - Math.min(SHARED_AT_MOST, shared * SHARED_NUMBER);
  }
}
