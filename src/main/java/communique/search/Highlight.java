package communique.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks that Elasticsearch sets around what it found. They are characters for private use
 * (Unicode, chapter 23.5), which no text in the index has, so that nothing in a text can be taken
 * for one and no mark-up leaves the index.
 */
final class Highlight {
  static final String BEGIN = "\uE000";
  static final String END = "\uE001";

  private Highlight() {}

  /** A text as it may be put into the index. */
  static String withoutMarks(String text) {
    return text.replace(BEGIN, "").replace(END, "");
  }

  /** Takes a marked passage apart. */
  static List<Fragment> fragments(String passage) {
    List<Fragment> fragments = new ArrayList<>();
    int at = 0;
    while (at < passage.length()) {
      boolean match = passage.startsWith(BEGIN, at);
      int from = match ? at + 1 : at;
      int mark = passage.indexOf(match ? END : BEGIN, from);
      int to = mark < 0 ? passage.length() : mark;
      if (to > from) {
        fragments.add(new Fragment(passage.substring(from, to), match));
      }
      at = match && mark >= 0 ? to + 1 : to;
    }
    return List.copyOf(fragments);
  }
}
