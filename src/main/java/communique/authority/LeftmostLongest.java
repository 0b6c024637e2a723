package communique.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** What counts of finds that overlap: from left to right the first, and of these the longest. */
final class LeftmostLongest {
  private LeftmostLongest() {}

  /**
   * Those that count, in their order.
   *
   * @param found of those with the same beginning and end the first in it counts
   * @param end after the last of what it is made of
   */
  static <T> List<T> of(List<T> found, ToIntFunction<T> start, ToIntFunction<T> end) {
    List<T> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(start).thenComparing(Comparator.comparingInt(end).reversed()));
    List<T> apart = new ArrayList<>();
    int at = 0;
    for (T each : sorted) {
      if (start.applyAsInt(each) >= at) {
        apart.add(each);
        at = end.applyAsInt(each);
      }
    }
    return apart;
  }
}
