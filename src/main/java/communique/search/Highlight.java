package communique.search;

import communique.search.server.Marks;
import java.util.ArrayList;
import java.util.List;

/** Reads passages with {@link Marks} in them. */
final class Highlight {
  private Highlight() {}

  /** Takes a marked passage apart. */
  static List<Fragment> fragments(String passage) {
    List<Fragment> fragments = new ArrayList<>();
    int at = 0;
    while (at < passage.length()) {
      boolean match = passage.startsWith(Marks.BEGIN, at);
      int from = match ? at + 1 : at;
      int mark = passage.indexOf(match ? Marks.END : Marks.BEGIN, from);
      int to = mark < 0 ? passage.length() : mark;
      if (to > from) {
        fragments.add(new Fragment(passage.substring(from, to), match));
      }
      at = match && mark >= 0 ? to + 1 : to;
    }
    return List.copyOf(fragments);
  }
}
