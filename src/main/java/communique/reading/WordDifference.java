package communique.reading;

import communique.briefing.LanguageTag;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares texts word by word, as words are in their language (UAX 29), with their marks: a word
 * whose link or emphasis is another is another word.
 */
public final class WordDifference {
  private final Locale locale;
  private final Effort effort;

  WordDifference(Locale locale, Effort effort) {
    this.locale = locale;
    this.effort = effort;
  }

  /** What this and whatever is compared with it may cost together. */
  Effort effort() {
    return effort;
  }

  /** How one text without marks became another; as a whole when they are too long. */
  public static List<Run> between(String from, String to, LanguageTag language) {
    List<MarkedText> one = MarkedText.plain(from);
    List<MarkedText> other = MarkedText.plain(to);
    List<Run> runs =
        new WordDifference(Locale.forLanguageTag(language.tag()), new Effort()).runs(one, other);
    return runs.isEmpty() ? Run.replaced(one, other) : runs;
  }

  /** The runs of words, none when the texts are too long to be compared. */
  List<Run> runs(List<MarkedText> from, List<MarkedText> to) {
    List<MarkedText> one = words(from);
    List<MarkedText> other = words(to);
    // Between texts that say something else, the words that are in both by chance only confuse.
    if (WordBag.of(one).shareWith(WordBag.of(other)) < WordBag.ALIKE) {
      return Run.replaced(from, to);
    }
    if (!effort.allows(one.size(), other.size())) {
      return List.of();
    }
    List<Run> runs = new ArrayList<>();
    for (Difference.Part part : Difference.parts(one, other)) {
      List<MarkedText> old =
          MarkedText.joined(one.subList(part.from(), part.from() + part.fromLength()));
      if (part.equal()) {
        runs.add(new Run(Operation.EQUAL, old));
      } else {
        List<MarkedText> now = other.subList(part.to(), part.to() + part.toLength());
        runs.addAll(Run.replaced(old, MarkedText.joined(now)));
      }
    }
    return runs;
  }

  /** The words of a text, and what is between them; a word of which a part is marked is two. */
  List<MarkedText> words(List<MarkedText> text) {
    BreakIterator breaks = BreakIterator.getWordInstance(locale);
    breaks.setText(text.stream().map(MarkedText::text).collect(Collectors.joining()));
    List<MarkedText> words = new ArrayList<>();
    int before = 0;
    int next = breaks.first();
    for (MarkedText marked : text) {
      int length = marked.text().length();
      int start = 0;
      while (start < length) {
        if (next <= before + start) {
          next = breaks.next();
        }
        int end = Math.min(next - before, length);
        words.add(marked.with(marked.text().substring(start, end)));
        start = end;
      }
      before += length;
    }
    return words;
  }
}
