package communique.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a text, each as often as it comes. */
final class WordBag {
  /** What share of their words two texts have in common of which one became the other. */
  static final double ALIKE = 0.4;

  private final Map<String, Integer> counts = new HashMap<>();
  private int size;

  private WordBag() {}

  static WordBag of(Piece piece, WordDifference words) {
    WordBag bag = new WordBag();
    piece.lines().forEach(line -> bag.add(words.words(line.text())));
    return bag;
  }

  /** The bag of words, and of what is between them, which does not count. */
  static WordBag of(List<MarkedText> words) {
    WordBag bag = new WordBag();
    bag.add(words);
    return bag;
  }

  private void add(List<MarkedText> words) {
    for (MarkedText word : words) {
      if (Character.isLetterOrDigit(word.text().codePointAt(0))) {
        counts.merge(word.text(), 1, Integer::sum);
        size++;
      }
    }
  }

  /** What share of the words is in both (Dice 1945): all, when there are none. */
  double shareWith(WordBag other) {
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
