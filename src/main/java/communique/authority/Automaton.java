package communique.authority;

import java.util.Arrays;

/**
 * Finds all of many patterns in one pass over a text (Aho and Corasick, 1975), at a cost that does
 * not depend on how many patterns there are.
 *
 * <p>The states lie in arrays, in the order of their distance from the beginning, so that those
 * which follow a state are neighbours and sorted by their characters: some 18 bytes for each, where
 * a state as an object with a map would have more than a hundred.
 */
final class Automaton {
  private static final int NONE = -1;

  // The states that follow the first, which most texts come back to all the time and which has
  // thousands of them.
  private final int[] second = new int[Character.MAX_VALUE + 1];
  private int states;
  private char[] characters = new char[1024];
  // Where the states that follow one begin; they end where those of the next state begin.
  private int[] next = new int[1024];
  // The state of the longest proper suffix that is the beginning of a pattern, too.
  private int[] suffix = new int[1024];
  private int[] pattern = new int[1024];
  // The nearest state among the suffixes of one that ends a pattern.
  private int[] shorter = new int[1024];

  /** Told of each pattern that is found. */
  @FunctionalInterface
  interface Finder {
    /**
     * A pattern was found.
     *
     * @param pattern its place among the patterns
     * @param start of its first character
     * @param end after its last character
     */
    void found(int pattern, int start, int end);
  }

  private Automaton() {}

  /**
   * Builds one.
   *
   * @param patterns in the order of their characters, none empty, none twice
   */
  static Automaton of(String[] patterns) {
    Automaton automaton = new Automaton();
    automaton.grow(patterns);
    automaton.link();
    automaton.trim();
    return automaton;
  }

  /** Tells of every occurrence of every pattern; of those that end together the longest first. */
  void scan(CharSequence text, String[] patterns, Finder finder) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.charAt(i));
      for (int at = pattern[state] == NONE ? shorter[state] : state; at > 0; at = shorter[at]) {
        int found = pattern[at];
        finder.found(found, i + 1 - patterns[found].length(), i + 1);
      }
    }
  }

  int states() {
    return states;
  }

  // Level by level; the patterns that go through a state are a range of all patterns.
  private void grow(String[] patterns) {
    int[] from = new int[1024];
    int[] to = new int[1024];
    int[] depth = new int[1024];
    add((char) 0);
    to[0] = patterns.length;
    for (int state = 0; state < states; state++) {
      next[state] = states;
      int at = depth[state];
      int i = from[state];
      boolean ends = i < to[state] && patterns[i].length() == at;
      pattern[state] = ends ? i++ : NONE;
      while (i < to[state]) {
        char character = patterns[i].charAt(at);
        int begin = i;
        while (i < to[state] && patterns[i].charAt(at) == character) {
          i++;
        }
        int child = add(character);
        if (child >= from.length) {
          from = Arrays.copyOf(from, 2 * child);
          to = Arrays.copyOf(to, 2 * child);
          depth = Arrays.copyOf(depth, 2 * child);
        }
        from[child] = begin;
        to[child] = i;
        depth[child] = at + 1;
      }
    }
    next[states] = states;
  }

  private int add(char character) {
    int state = states++;
    if (states == next.length) {
      resize(2 * states);
    }
    characters[state] = character;
    return state;
  }

  private void link() {
    suffix[0] = NONE;
    for (int child = next[0]; child < next[1]; child++) {
      second[characters[child]] = child;
    }
    for (int state = 0; state < states; state++) {
      for (int child = next[state]; child < next[state + 1]; child++) {
        suffix[child] = state == 0 ? 0 : step(suffix[state], characters[child]);
      }
      int longest = suffix[state];
      shorter[state] = longest <= 0 ? 0 : pattern[longest] == NONE ? shorter[longest] : longest;
    }
  }

  private int step(int from, char character) {
    for (int state = from; state > 0; state = suffix[state]) {
      int child = Arrays.binarySearch(characters, next[state], next[state + 1], character);
      if (child >= 0) {
        return child;
      }
    }
    return second[character];
  }

  private void trim() {
    resize(states + 1);
  }

  private void resize(int size) {
    characters = Arrays.copyOf(characters, size);
    next = Arrays.copyOf(next, size);
    suffix = Arrays.copyOf(suffix, size);
    pattern = Arrays.copyOf(pattern, size);
    shorter = Arrays.copyOf(shorter, size);
  }
}
