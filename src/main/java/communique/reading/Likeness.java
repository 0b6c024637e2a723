package communique.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which blocks of a text became which of its next version: those that are of one type and have most
 * of their words in common, in their order, so that as many words as can be are in both.
 */
final class Likeness {
  /** What share of their words two blocks have in common that are one. */
  private static final double LEAST = 0.4;

  private final double[][] best;
  private final double[][] alike;

  /** Costs the product of the numbers of blocks: callers bound it. */
  Likeness(List<JsonObject> from, List<JsonObject> to, WordDifference words) {
    alike = new double[from.size()][to.size()];
    best = new double[from.size() + 1][to.size() + 1];
    List<Bag> old = from.stream().map(block -> new Bag(block, words)).toList();
    List<Bag> now = to.stream().map(block -> new Bag(block, words)).toList();
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        double share = old.get(i).shareWith(now.get(j));
        alike[i][j] = share;
        double apart = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = share < LEAST ? apart : Math.max(apart, best[i + 1][j + 1] + share);
      }
    }
  }

  /** The parts: a pair of blocks each, or what went or came between two pairs. */
  List<Difference.Part> parts() {
    List<Difference.Part> parts = new ArrayList<>();
    int i = 0;
    int j = 0;
    int startFrom = 0;
    int startTo = 0;
    while (i < alike.length && j < alike[i].length) {
      if (alike[i][j] >= LEAST && best[i][j] == best[i + 1][j + 1] + alike[i][j]) {
        parts.add(new Difference.Part(false, startFrom, i - startFrom, startTo, j - startTo));
        parts.add(new Difference.Part(true, i, 1, j, 1));
        startFrom = ++i;
        startTo = ++j;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    int from = alike.length;
    int to = best[0].length - 1;
    parts.add(new Difference.Part(false, startFrom, from - startFrom, startTo, to - startTo));
    return parts;
  }

  /** The words of a block, each as often as it comes. */
  private static final class Bag {
    private final String type;
    private final Map<String, Integer> counts = new HashMap<>();
    private int size;

    Bag(JsonObject block, WordDifference words) {
      type = block.getString("type") + block.getInt("level", 0);
      add(block, words);
    }

    private void add(JsonValue value, WordDifference words) {
      if (value instanceof JsonObject object) {
        object.forEach(
            (name, part) -> {
              if (part instanceof JsonArray || name.equals("text")) {
                add(part, words);
              }
            });
      } else if (value instanceof JsonArray array) {
        array.forEach(part -> add(part, words));
      } else if (value instanceof JsonString text) {
        for (String word : words.words(text.getString())) {
          if (Character.isLetterOrDigit(word.codePointAt(0))) {
            counts.merge(word, 1, Integer::sum);
            size++;
          }
        }
      }
    }

    // Of Dice (1945). Blocks without words are as alike as blocks of one type are.
    double shareWith(Bag other) {
      if (!type.equals(other.type)) {
        return 0;
      }
      if (size + other.size == 0) {
        return 1;
      }
      int common = 0;
      for (Map.Entry<String, Integer> word : counts.entrySet()) {
        common += Math.min(word.getValue(), other.counts.getOrDefault(word.getKey(), 0));
      }
      return 2.0 * common / (size + other.size);
    }
  }
}
