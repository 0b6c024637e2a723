package communique.soap.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;

/**
 * Where a reader stands in a message, in the form in which refusals name fields: {@code
 * Edition.Content.Bylines[0].Email}, without the operation, and with the items of a list counted
 * from 0 under the list's name.
 */
final class ElementPath {
  private static final int SHOWN = 201;
  private static final Set<String> LISTS =
      Set.of(
          "Bylines",
          "Media",
          "Mentions",
          "Places",
          "Subjects",
          "Keywords",
          "Languages",
          "Body",
          "Text",
          "Items",
          "Rows",
          "Row",
          "Item",
          "Cell");

  private final Deque<Step> steps = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int characters;

  void enter(String name) {
    Step above = steps.peekLast();
    steps.addLast(new Step(name, above == null ? 0 : above.children++));
    begin();
  }

  void leave() {
    steps.removeLast();
    begin();
  }

  private void begin() {
    text.setLength(0);
    characters = 0;
  }

  void text(char[] from, int start, int length) {
    text.append(from, start, Math.min(length, SHOWN - Math.min(SHOWN, text.length())));
    for (int i = start; i < start + length; i++) {
      // The second half of a pair, which may come by itself, is no character of its own.
      characters += Character.isLowSurrogate(from[i]) ? 0 : 1;
    }
  }

  /** The text of the element, as far as it is told back. */
  String text() {
    return text.toString();
  }

  /** How many characters (Unicode code points) the text of the element has so far. */
  int characters() {
    return characters;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  boolean endsWith(String parent, String name) {
    Iterator<Step> upwards = steps.descendingIterator();
    return upwards.hasNext()
        && upwards.next().name.equals(name)
        && upwards.hasNext()
        && upwards.next().name.equals(parent);
  }

  /** Whether the place is one of the items of a list. */
  boolean isInList() {
    Iterator<Step> upwards = steps.descendingIterator();
    upwards.next();
    return upwards.hasNext() && LISTS.contains(upwards.next().name);
  }

  /** The name of the element; empty outside of all. */
  String name() {
    Step last = steps.peekLast();
    return last == null ? "" : last.name;
  }

  /** The path of the element that this one stands in. */
  String parent() {
    String here = toString();
    return here.substring(0, Math.max(0, here.lastIndexOf('.')));
  }

  /** The path of an element beside this one. */
  String beside(String name) {
    String here = toString();
    return here.substring(0, here.lastIndexOf('.') + 1) + name;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    Step above = null;
    for (Step step : steps) {
      // A list has many children, a run of text with the name of one has no children at all.
      if (above != null && above != steps.peekFirst() && LISTS.contains(above.name)) {
        path.append('[').append(step.place).append(']');
      } else if (above != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.name);
      }
      above = step;
    }
    return path.toString();
  }

  private static final class Step {
    private final String name;
    private final int place;
    private int children;

    Step(String name, int place) {
      this.name = name;
      this.place = place;
    }
  }
}
