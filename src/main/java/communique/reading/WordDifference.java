package communique.reading;

import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares texts word by word, as words are in their language (UAX 29). Long texts cost the product
 * of their numbers of words: what is dearer than {@link #DEAREST} for one text, or {@link #BUDGET}
 * for all texts of a comparison, is not compared.
 */
final class WordDifference {
  /** Words of the one times words of the other text: 2,000 words against as many. */
  private static final long DEAREST = 4_000_000;

  /** The same for all texts of a comparison: about a second of work. */
  private static final long BUDGET = 40_000_000;

  private final Locale locale;
  private long left = BUDGET;

  WordDifference(Locale locale) {
    this.locale = locale;
  }

  /** The runs of words, none when the texts are too long to be compared. */
  List<Run> runs(String from, String to) {
    List<String> one = words(from);
    List<String> other = words(to);
    long cost = (long) one.size() * other.size();
    if (cost > DEAREST || cost > left) {
      return List.of();
    }
    left -= cost;
    List<Run> runs = new ArrayList<>();
    for (Difference.Part part : Difference.parts(one, other)) {
      List<String> old = one.subList(part.from(), part.from() + part.fromLength());
      if (part.equal()) {
        add(runs, Operation.EQUAL, old);
      } else {
        add(runs, Operation.DELETED, old);
        add(runs, Operation.INSERTED, other.subList(part.to(), part.to() + part.toLength()));
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, Operation operation, List<String> words) {
    if (!words.isEmpty()) {
      runs.add(new Run(operation, String.join("", words)));
    }
  }

  /** The words of a text, and what is between them. */
  List<String> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(locale);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }
}
