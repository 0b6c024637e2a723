package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
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

  /** What a misspelt word counts, against one as it is written. */
  private static final float MISSPELT = 0.5f;

  private MostWords() {}

  /** The texts of any of these ways of analysis; of a person's name the family name is enough. */
  static Query found(Sought sought, List<Analysis> analyses) {
    List<Query> each = new ArrayList<>();
    for (Clause clause : sought.widening().clauses()) {
      if (clause instanceof Clause.Words run) {
        run.words().forEach(word -> each.add(nearly(word, analyses)));
      } else if (clause instanceof Spoken name) {
        each.addAll(nearly(name, analyses));
      }
    }
    return Query.of(query -> query.bool(bool -> bool.should(each).minimumShouldMatch(MOST_WORDS)));
  }

  private static List<Query> nearly(Spoken name, List<Analysis> analyses) {
    List<Query> families =
        analyses.stream()
            .flatMap(analysis -> new TextQuery(analysis, true).families(name))
            .toList();
    return name.words().stream()
        .map(
            word ->
                Queries.best(
                    Stream.concat(Stream.of(nearly(word, analyses)), families.stream()).toList()))
        .toList();
  }

  /**
   * What is marked of them: to mark misspelt words as well would cost more than all the rest of a
   * search.
   */
  static Query marked(Sought sought, Analysis analysis) {
    TextQuery text = new TextQuery(analysis, false);
    return Queries.any(
        Stream.concat(
                sought.words().stream().map(word -> parts(word, List.of(analysis), false)),
                sought.widening().names().stream().flatMap(text::families))
            .toList());
  }

  private static Query nearly(String word, List<Analysis> analyses) {
    Query parts = parts(word, analyses, true);
    return isNumbered(word) ? parts : Queries.best(List.of(parts, misspelt(word)));
  }

  private static Query parts(String word, List<Analysis> analyses, boolean exactly) {
    return Queries.best(
        analyses.stream()
            .flatMap(
                analysis ->
                    Wording.isReadAsSounds(word, analysis)
                        ? Stream.of(new TextQuery(analysis, exactly).written(word))
                        : Wording.forms(word, analysis).stream()
                            .map(form -> parts(form, TextField.all(analysis))))
            .toList());
  }

  private static Query parts(String word, List<String> fields) {
    return Query.of(
        query ->
            query.multiMatch(
                match ->
                    isNumbered(word)
                        ? match.query(word).fields(fields).type(TextQueryType.Phrase)
                        : match.query(word).fields(fields).minimumShouldMatch(MOST_PARTS)));
  }

  // A number or code that is another in one sign is another number; some languages' analysis takes
  // it apart into its letters and digits, which then stand together.
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
