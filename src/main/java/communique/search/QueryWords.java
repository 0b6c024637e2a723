package communique.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a query that are meant as they are: outside of quotation marks, and without a minus
 * before them.
 */
final class QueryWords {
  /** What has a bar is one thing or the other: no word of it can be taken out by itself. */
  private static final char BAR = '|';

  private QueryWords() {}

  /** Words that follow each other with nothing between them, from left to right. */
  static List<List<Word>> runs(String query) {
    List<List<Word>> runs = new ArrayList<>();
    if (query.indexOf(BAR) >= 0) {
      return runs;
    }
    List<Word> run = new ArrayList<>();
    int at = 0;
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end = c == '"' ? quoted(query, at) : word(query, at);
      if (c == '"' || c == '-') {
        // A minus before a quotation mark leaves out all that is quoted.
        boolean leavesOut = c == '-' && at + 1 < query.length() && query.charAt(at + 1) == '"';
        end = leavesOut ? quoted(query, at + 1) : end;
        runs.add(run);
        run = new ArrayList<>();
      } else {
        run.add(new Word(query.substring(at, end), at, end));
      }
      at = end;
    }
    runs.add(run);
    return runs.stream().filter(words -> !words.isEmpty()).toList();
  }

  private static int quoted(String query, int begin) {
    int end = query.indexOf('"', begin + 1);
    return end < 0 ? query.length() : end + 1;
  }

  private static int word(String query, int begin) {
    int end = begin;
    while (end < query.length()
        && !Character.isWhitespace(query.charAt(end))
        && (query.charAt(end) != '"' || end == begin)) {
      end++;
    }
    return end;
  }

  /**
   * A word.
   *
   * @param start of its first character in the query
   * @param end after its last character
   */
  record Word(String text, int start, int end) {}
}
