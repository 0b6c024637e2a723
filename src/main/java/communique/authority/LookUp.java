package communique.authority;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds names by how they begin, or how one of their words does: the beginnings of all words of all
 * names, in the order of what follows.
 */
final class LookUp {
  private final String[] names;
  private final int[][] owners;
  // Each word is the name that it is in, and where in it the word begins.
  private final int[] nameOf;
  private final short[] starts;

  /**
   * @param ownersOf names without case, accents and punctuation, and whose they are
   */
  LookUp(Map<String, int[]> ownersOf) {
    names = ownersOf.keySet().toArray(new String[0]);
    owners = ownersOf.values().toArray(new int[0][]);
    Word[] words =
        IntStream.range(0, names.length)
            .boxed()
            .flatMap(name -> words(name).mapToObj(start -> new Word(name, start)))
            .sorted(this::compare)
            .toArray(Word[]::new);
    nameOf = Arrays.stream(words).mapToInt(Word::name).toArray();
    starts = new short[words.length];
    for (int i = 0; i < words.length; i++) {
      starts[i] = (short) words[i].start;
    }
  }

  /**
   * Whose name has words that begin so, the best first: those that are named just so, then those of
   * whom it is a whole word, such as the family name, then those with a name that begins so.
   *
   * @param query without case, accents and punctuation
   * @param who of whom it may be
   * @param most how many at most
   */
  List<Integer> owners(String query, IntPredicate who, int most) {
    Map<Integer, Integer> ranks = new HashMap<>();
    for (int at = first(query); at < nameOf.length && rest(at).startsWith(query); at++) {
      String name = names[nameOf[at]];
      int rank = rank(name, starts[at], query) * 1_000 + name.length();
      for (int owner : owners[nameOf[at]]) {
        if (who.test(owner)) {
          ranks.merge(owner, rank, Math::min);
        }
      }
    }
    return ranks.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int rank(String name, int start, String query) {
    int end = start + query.length();
    boolean whole = end == name.length() || name.charAt(end) == ' ';
    if (whole) {
      return name.length() == query.length() ? 0 : 1;
    }
    return start == 0 ? 2 : 3;
  }

  private IntStream words(int name) {
    String text = names[name];
    return IntStream.range(0, text.length()).filter(i -> i == 0 || text.charAt(i - 1) == ' ');
  }

  private int compare(Word one, Word other) {
    String left = names[one.name];
    String right = names[other.name];
    int leftLength = left.length() - one.start;
    int rightLength = right.length() - other.start;
    for (int i = 0; i < Math.min(leftLength, rightLength); i++) {
      int difference = left.charAt(one.start + i) - right.charAt(other.start + i);
      if (difference != 0) {
        return difference;
      }
    }
    return leftLength - rightLength;
  }

  private int first(String query) {
    int low = 0;
    int high = nameOf.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rest(middle).compareTo(query) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private String rest(int word) {
    return names[nameOf[word]].substring(starts[word]);
  }

  private record Word(int name, int start) {}
}
