package communique.reading;

/**
 * What a comparison may cost. Holding two lists against each other costs the product of their
 * lengths: what is dearer than {@link #DEAREST} for one pair of lists, or {@link #BUDGET} for all
 * of a comparison, is not done.
 */
final class Effort {
  /** 2,000 words against as many. */
  private static final long DEAREST = 4_000_000;

  /** About a second of work. */
  private static final long BUDGET = 40_000_000;

  private long left = BUDGET;

  /** Whether so many may be held against so many; they count when they may. */
  boolean allows(int from, int to) {
    long cost = (long) from * to;
    if (cost > DEAREST || cost > left) {
      return false;
    }
    left -= cost;
    return true;
  }
}
