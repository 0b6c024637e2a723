package communique.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Which pieces of a text became which of its next version: those that are of one sort and have most
 * of their words in common, in their order, so that as many words as can be are in both.
 */
final class Likeness {
  private final double[][] best;
  private final double[][] alike;

  /** Costs the product of the numbers of pieces: callers bound it. */
  Likeness(List<Piece> from, List<Piece> to, WordDifference words) {
    alike = new double[from.size()][to.size()];
    best = new double[from.size() + 1][to.size() + 1];
    List<WordBag> old = from.stream().map(piece -> WordBag.of(piece, words)).toList();
    List<WordBag> now = to.stream().map(piece -> WordBag.of(piece, words)).toList();
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        double share =
            from.get(i).sort().equals(to.get(j).sort()) ? old.get(i).shareWith(now.get(j)) : 0;
        alike[i][j] = share;
        double apart = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = share < WordBag.ALIKE ? apart : Math.max(apart, best[i + 1][j + 1] + share);
      }
    }
  }

  /** The parts: a pair of pieces each, or what went or came between two pairs. */
  List<Difference.Part> parts() {
    List<Difference.Part> parts = new ArrayList<>();
    int i = 0;
    int j = 0;
    int startFrom = 0;
    int startTo = 0;
    while (i < alike.length && j < alike[i].length) {
      if (alike[i][j] >= WordBag.ALIKE && best[i][j] == best[i + 1][j + 1] + alike[i][j]) {
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
}
