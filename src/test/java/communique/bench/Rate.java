package communique.bench;

import java.util.Locale;

/**
 * How fast something went.
 *
 * @param perSecond carried out in a second
 * @param median of the time of one, in milliseconds
 * @param busy which processors were used by whom
 */
record Rate(double perSecond, double median, String busy) {
  /** As a word for a table. */
  String figure() {
    return figure(perSecond) + "/s";
  }

  static String figure(double number) {
    return String.format(Locale.ENGLISH, number < 100 ? "%,.1f" : "%,.0f", number);
  }

  /** By more than what two runs of the same differ by. */
  boolean isClearlyFasterThan(Rate other) {
    return perSecond > 1.02 * other.perSecond;
  }

  static Rate faster(Rate one, Rate other) {
    return one.perSecond >= other.perSecond ? one : other;
  }
}
