package communique.authority;

import java.util.List;

/** Words of a query in one line, in which it is known where each of them is. */
final class Words {
  private final StringBuilder text = new StringBuilder();
  private final int[] starts;
  private final int[] ends;

  Words(List<String> words) {
    starts = new int[words.size()];
    ends = new int[words.size()];
    for (int i = 0; i < starts.length; i++) {
      text.append(i == 0 ? "" : " ");
      starts[i] = text.length();
      text.append(Spelling.inQuery(words.get(i)));
      ends[i] = text.length();
    }
  }

  String text() {
    return text.toString();
  }

  /** Notes what was found when it is made of whole words; Korean ones may have a particle. */
  void add(int pattern, int start, int end, boolean family, List<NamesInQueries.Found> found) {
    int from = 0;
    while (from < starts.length && starts[from] < start) {
      from++;
    }
    int to = from;
    while (to < ends.length && ends[to] < end) {
      to++;
    }
    if (to < ends.length && starts[from] == start && isWhole(end, ends[to])) {
      found.add(new NamesInQueries.Found(pattern, from, to + 1, family));
    }
  }

  private boolean isWhole(int end, int wordEnd) {
    if (end == wordEnd) {
      return true;
    }
    return Character.UnicodeScript.of(text.charAt(end - 1)) == Character.UnicodeScript.HANGUL
        && Boundaries.isKoreanTail(text.substring(end, wordEnd));
  }
}
