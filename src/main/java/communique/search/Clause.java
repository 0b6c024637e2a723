package communique.search;

import java.util.List;

/** A part of a query, as its words are to be found in one edition. */
sealed interface Clause
    permits Clause.Words, Clause.Phrase, Clause.Headline, Clause.Without, Clause.Either, Spoken {

  /**
   * Words that follow each other in the query; all must occur, in any order and in any of their
   * forms.
   */
  record Words(List<String> words) implements Clause {
    public Words {
      words = List.copyOf(words);
    }

    String text() {
      return String.join(" ", words);
    }
  }

  /** Words in this order, and in these forms where a language keeps them apart. */
  record Phrase(String text) implements Clause {}

  /** Words, or a phrase, that the headline must have. */
  record Headline(Clause wanted) implements Clause {}

  /** What must not occur. */
  record Without(Clause unwanted) implements Clause {}

  /** One of these at least. */
  record Either(List<Clause> alternatives) implements Clause {
    public Either {
      alternatives = List.copyOf(alternatives);
    }
  }
}
