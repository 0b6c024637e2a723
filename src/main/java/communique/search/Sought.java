package communique.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is looked for in the texts of editions.
 *
 * @param clauses all of which hold for a text that has all that is looked for
 * @param widening the same with its names
 * @param relaxed whether texts are found as well that have most of the words
 */
record Sought(List<Clause> clauses, Widening widening, boolean relaxed) {
  Sought {
    clauses = List.copyOf(clauses);
  }

  /** As it is written, but for its names. */
  static Sought of(List<Clause> clauses, Widening widening) {
    return new Sought(clauses, widening, false);
  }

  /** The same, with most of the words being enough. */
  Sought relax() {
    return new Sought(clauses, widening, true);
  }

  /** The same, with names as they are written. */
  Sought asWritten() {
    return new Sought(clauses, Widening.none(clauses), relaxed);
  }

  /** The words that are meant as such, some of which a text lacks that has most of them. */
  List<String> words() {
    return clauses.stream()
        .flatMap(
            clause ->
                clause instanceof Clause.Words run ? run.words().stream() : Stream.<String>of())
        .toList();
  }

  /** All but these words, which holds for a text with most of them as well. */
  List<Clause> rest() {
    return widening.clauses().stream()
        .filter(clause -> !(clause instanceof Clause.Words || clause instanceof Spoken))
        .toList();
  }
}
