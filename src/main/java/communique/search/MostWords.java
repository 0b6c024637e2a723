package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for texts that hold most of some words, as they are written or nearly so. */
final class MostWords {
  /** Of more than two words two thirds, rounded down. */
  private static final String MOST_WORDS = "2<67%";

  /** Of a word that is taken apart into more than two; one wrong sign is in two pairs of signs. */
  private static final String MOST_PARTS = "2<60%";

  private static final String ALL_PARTS = "100%";

  /** What a misspelt word counts, against one as it is written. */
  private static final float MISSPELT = 0.5f;

  private MostWords() {}

  /** The texts of any of these ways of analysis; of a person's name the family name is enough. */
  static Query found(Sought sought, List<Analysis> analyses) {
    List<String> fields = analyses.stream().flatMap(each -> TextField.all(each).stream()).toList();
    List<Query> each = new ArrayList<>();
    Sought.words(sought.widening().rest()).forEach(word -> each.add(nearly(word, fields)));
    for (Widening.Spoken name : sought.widening().names()) {
      List<Query> families =
          analyses.stream()
              .flatMap(analysis -> new TextQuery(analysis, true).families(name))
              .toList();
      name.words()
          .forEach(
              word ->
                  each.add(
                      Queries.best(
                          Stream.concat(Stream.of(nearly(word, fields)), families.stream())
                              .toList())));
    }
    return Query.of(query -> query.bool(bool -> bool.should(each).minimumShouldMatch(MOST_WORDS)));
  }

  /**
   * What is marked of them: to mark misspelt words as well would cost more than all the rest of a
   * search.
   */
  static Query marked(Sought sought, Analysis analysis) {
    TextQuery text = new TextQuery(analysis, false);
    return Queries.any(
        Stream.concat(
                sought.words().stream().map(word -> parts(word, TextField.all(analysis))),
                sought.widening().names().stream().flatMap(text::families))
            .toList());
  }

  private static Query nearly(String word, List<String> fields) {
    Query parts = parts(word, fields);
    return isNumbered(word) ? parts : Queries.best(List.of(parts, misspelt(word)));
  }

  private static Query parts(String word, List<String> fields) {
    String enough = isNumbered(word) ? ALL_PARTS : MOST_PARTS;
    return Query.of(
        query ->
            query.multiMatch(match -> match.query(word).fields(fields).minimumShouldMatch(enough)));
  }

  // A number or code that is another in one sign is another number; some languages' analysis takes
  // it apart into its letters and digits.
  private static boolean isNumbered(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  // The first letter is rarely wrong, and short words have too many neighbours.
  private static Query misspelt(String word) {
    return Query.of(
        query ->
            query.multiMatch(
                match ->
                    match
                        .query(word)
                        .fields(TextField.exact())
                        .operator(Operator.And)
                        .fuzziness("AUTO:4,7")
                        .prefixLength(1)
                        .boost(MISSPELT)));
  }
}
