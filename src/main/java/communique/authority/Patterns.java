package communique.authority;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Forms of names, and whose they are, in one automaton. */
final class Patterns {
  private final String[] forms;
  private final Automaton automaton;
  // Those who have a form are neighbours, and begin where this says.
  private final int[] first;
  private final int[] owners;

  private Patterns(String[] forms, int[] first, int[] owners) {
    this.forms = forms;
    this.first = first;
    this.owners = owners;
    this.automaton = Automaton.of(forms);
  }

  void scan(String text, Automaton.Finder finder) {
    automaton.scan(text, forms, finder);
  }

  void owners(int pattern, IntConsumer each) {
    for (int i = first[pattern]; i < first[pattern + 1]; i++) {
      each.accept(owners[i]);
    }
  }

  String form(int pattern) {
    return forms[pattern];
  }

  int states() {
    return automaton.states();
  }

  /** Gathers them. */
  static final class Gathering {
    private final Map<String, int[]> owners = new TreeMap<>();

    /** Whose the forms are that were added until now. */
    Map<String, int[]> owners() {
      return owners;
    }

    /** Notes that somebody has a form; again does no harm. */
    void add(String form, int owner) {
      if (!form.isEmpty()) {
        owners.merge(form, new int[] {owner}, Gathering::and);
      }
    }

    /**
     * Ends it.
     *
     * @param most forms that more have are left out
     */
    Patterns done(int most) {
      owners.values().removeIf(all -> all.length > most);
      String[] forms = owners.keySet().toArray(new String[0]);
      int[] first = new int[forms.length + 1];
      int[] flat = new int[owners.values().stream().mapToInt(all -> all.length).sum()];
      int at = 0;
      int pattern = 0;
      for (int[] all : owners.values()) {
        first[pattern++] = at;
        System.arraycopy(all, 0, flat, at, all.length);
        at += all.length;
      }
      first[pattern] = at;
      return new Patterns(forms, first, flat);
    }

    private static int[] and(int[] some, int[] one) {
      for (int each : some) {
        if (each == one[0]) {
          return some;
        }
      }
      int[] all = Arrays.copyOf(some, some.length + 1);
      all[some.length] = one[0];
      return all;
    }
  }
}
