package communique.reading;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shortest way from one list to another (Myers 1986, in linear space). Its time grows with the
 * length of the lists times the number of differences: callers bound both.
 */
final class Difference {
  private Difference() {}

  /**
   * A part of both lists that is equal, or one that replaces the other; either may be empty.
   *
   * @param from its beginning in the one list
   * @param to its beginning in the other list
   */
  record Part(boolean equal, int from, int fromLength, int to, int toLength) {}

  static <T> List<Part> parts(List<T> from, List<T> to) {
    int shorter = Math.min(from.size(), to.size());
    int before = 0;
    while (before < shorter && from.get(before).equals(to.get(before))) {
      before++;
    }
    int after = 0;
    while (after < shorter - before
        && from.get(from.size() - 1 - after).equals(to.get(to.size() - 1 - after))) {
      after++;
    }
    List<Part> parts = new ArrayList<>();
    equal(parts, 0, 0, before);
    between(
        parts,
        before,
        from.subList(before, from.size() - after),
        to.subList(before, to.size() - after));
    equal(parts, from.size() - after, to.size() - after, after);
    return joined(parts);
  }

  // What is left when the same beginning and the same end are taken away.
  private static <T> void between(List<Part> parts, int start, List<T> from, List<T> to) {
    int doneFrom = 0;
    int doneTo = 0;
    for (AbstractDelta<Integer> delta : deltas(from, to)) {
      int at = delta.getSource().getPosition();
      int there = delta.getTarget().getPosition();
      int length = delta.getSource().size();
      equal(parts, start + doneFrom, start + doneTo, at - doneFrom);
      parts.add(new Part(false, start + at, length, start + there, delta.getTarget().size()));
      doneFrom = at + length;
      doneTo = there + delta.getTarget().size();
    }
    equal(parts, start + doneFrom, start + doneTo, from.size() - doneFrom);
  }

  // Numbers are compared faster than what they stand for.
  private static <T> List<AbstractDelta<Integer>> deltas(List<T> from, List<T> to) {
    Map<T, Integer> numbers = new HashMap<>();
    List<Integer> one = numbered(from, numbers);
    List<Integer> other = numbered(to, numbers);
    return DiffUtils.diff(one, other, new MyersDiffWithLinearSpace<Integer>()).getDeltas();
  }

  private static <T> List<Integer> numbered(List<T> values, Map<T, Integer> numbers) {
    List<Integer> list = new ArrayList<>(values.size());
    for (T value : values) {
      list.add(numbers.computeIfAbsent(value, unseen -> numbers.size()));
    }
    return list;
  }

  private static void equal(List<Part> parts, int from, int to, int length) {
    if (length > 0) {
      parts.add(new Part(true, from, length, to, length));
    }
  }

  // What was deleted here and inserted there without anything between is one replacement.
  private static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && !last.equal() && !part.equal()) {
        joined.set(
            joined.size() - 1,
            new Part(
                false,
                last.from(),
                last.fromLength() + part.fromLength(),
                last.to(),
                last.toLength() + part.toLength()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
