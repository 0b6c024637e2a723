package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of the texts of one way of analysis.
 *
 * <p>Each way is asked by itself, and only of its own editions: words that are left out in one
 * language would otherwise be demanded of the fields of another, and a text that lacks a word in
 * one language would count as lacking it in all.
 *
 * @param exactly whether phrases are looked for in their exact form; marking what was found needs
 *     the fields that are shown
 */
record TextQuery(Analysis analysis, boolean exactly) {
  /** More than any weight of words. */
  private static final float FIRST = 1000;

  /** Of more than two words three quarters, rounded down. */
  private static final String MOST_WORDS = "2<75%";

  /** Of a word that is taken apart into more than two; one wrong sign is in two pairs of signs. */
  private static final String MOST_PARTS = "2<60%";

  /** What a misspelt word counts, against one as it is written. */
  private static final float MISSPELT = 0.5f;

  /**
   * The query as it is written, or with its names in other spellings. What is found by these only
   * comes behind all the rest: weights of words of different languages say nothing of each other.
   */
  Query of(List<Clause> clauses, Widening widening) {
    if (widening.names().isEmpty()) {
      return all(clauses);
    }
    Query written = Queries.lifted(all(clauses), FIRST);
    if (!widening.widens(analysis)) {
      return written;
    }
    List<Query> parts = new ArrayList<>();
    if (!widening.rest().isEmpty()) {
      parts.add(all(widening.rest()));
    }
    for (Widening.Spoken name : widening.names()) {
      List<Query> spellings = new ArrayList<>(List.of(words(name.text())));
      name.forms(analysis).forEach(form -> spellings.add(phrase(form, fields())));
      parts.add(Queries.best(spellings));
    }
    return Queries.best(List.of(written, Queries.all(parts)));
  }

  private Query all(List<Clause> clauses) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    for (Clause clause : clauses) {
      if (clause instanceof Clause.Without without) {
        all.mustNot(one(without.unwanted()));
      } else {
        all.must(one(clause));
      }
    }
    return all.build()._toQuery();
  }

  private Query one(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return words(words.text());
    }
    if (clause instanceof Clause.Most most) {
      return most(most.words());
    }
    if (clause instanceof Clause.Phrase phrase) {
      return phrase(phrase.text());
    }
    if (clause instanceof Clause.Headline headline) {
      return headline(headline.wanted());
    }
    if (clause instanceof Clause.Either either) {
      return Queries.any(either.alternatives().stream().map(this::one).toList());
    }
    return Queries.not(one(((Clause.Without) clause).unwanted()));
  }

  private Query headline(Clause wanted) {
    List<String> fields = fields(Stream.of(TextField.HEADLINE));
    return wanted instanceof Clause.Phrase phrase
        ? phrase(phrase.text(), fields)
        : words(((Clause.Words) wanted).text(), fields);
  }

  private Query words(String words) {
    return words(words, fields());
  }

  // The one operator that is left on is the one that takes words apart.
  private static Query words(String words, List<String> fields) {
    return Query.of(
        query ->
            query.simpleQueryString(
                simple ->
                    simple
                        .query(words)
                        .fields(fields)
                        .defaultOperator(Operator.And)
                        .flags(SimpleQueryStringFlag.Whitespace)));
  }

  private Query most(List<String> words) {
    List<Query> each = words.stream().map(this::nearly).toList();
    return Query.of(query -> query.bool(bool -> bool.should(each).minimumShouldMatch(MOST_WORDS)));
  }

  private Query nearly(String word) {
    Query parts =
        Query.of(
            query ->
                query.multiMatch(
                    match -> match.query(word).fields(fields()).minimumShouldMatch(MOST_PARTS)));
    boolean number = word.chars().anyMatch(Character::isDigit);
    // To mark misspelt words in all fields of all languages costs seconds; they are found unmarked.
    return number || !exactly ? parts : Queries.best(List.of(parts, misspelt(word)));
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

  private Query phrase(String text) {
    Query fitting = phrase(text, fields());
    if (!exactly || !analysis.keepsForms()) {
      return fitting;
    }
    // The exact form decides, the weight is that of the field where it stands.
    return Query.of(
        query ->
            query.bool(
                both -> both.filter(phrase(text, List.of(TextField.exact()))).should(fitting)));
  }

  private static Query phrase(String words, List<String> fields) {
    return Query.of(
        query ->
            query.multiMatch(
                match -> match.query(words).type(TextQueryType.Phrase).fields(fields)));
  }

  private List<String> fields() {
    return fields(Stream.of(TextField.values()));
  }

  private List<String> fields(Stream<TextField> wanted) {
    List<String> fields = new ArrayList<>();
    wanted.forEach(
        field -> {
          fields.add(field.pathIn(analysis) + "^" + 2 * field.weight());
          if (analysis.isFolded()) {
            fields.add(field.foldedPathIn(analysis) + "^" + field.weight());
          }
        });
    return fields;
  }
}
