package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of the texts of one way of analysis.
 *
 * @param exactly whether phrases are looked for in their exact form; marking what was found needs
 *     the fields that are shown
 */
record TextQuery(Analysis analysis, boolean exactly) {

  /** All clauses. */
  Query all(List<Clause> clauses) {
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

  /** A name as it is written, or in each of its other spellings. */
  private Query spelled(Spoken name) {
    Stream<Query> others = name.forms(analysis).stream().map(form -> phraseIn(fields(), form));
    return Queries.best(Stream.concat(Stream.of(words(name.words())), others).toList());
  }

  /** A person by each of the family names, where a whole name is written. */
  Stream<Query> families(Spoken name) {
    return name.families(analysis).stream().map(family -> phraseIn(fields(), family));
  }

  private Query one(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return words(words.words());
    }
    if (clause instanceof Spoken name) {
      return spelled(name);
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
    List<String> fields = TextField.HEADLINE.weighed(analysis);
    return wanted instanceof Clause.Phrase phrase
        ? phraseIn(fields, phrase.text())
        : words(((Clause.Words) wanted).words(), fields);
  }

  private Query words(List<String> words) {
    return words(words, fields());
  }

  private Query words(List<String> words, List<String> fields) {
    Map<Boolean, List<String>> read =
        words.stream()
            .collect(Collectors.partitioningBy(word -> Wording.isReadAsSounds(word, analysis)));
    List<Query> all = new ArrayList<>();
    List<String> plain = read.getOrDefault(false, List.of());
    if (!plain.isEmpty()) {
      all.add(worded(Wording.of(plain, analysis), fields));
    }
    read.getOrDefault(true, List.of()).forEach(word -> all.add(written(word, fields)));
    return all.size() == 1 ? all.get(0) : Queries.all(all);
  }

  private static Query worded(Wording words, List<String> fields) {
    return Query.of(
        query ->
            query.simpleQueryString(
                simple ->
                    simple
                        .query(words.expression())
                        .fields(fields)
                        .defaultOperator(Operator.And)
                        .flags(words.flags())));
  }

  /** What is read as its sounds, as it is written: other words sound the same. */
  Query written(String text) {
    return written(text, fields());
  }

  private Query written(String text, List<String> fields) {
    Query sounds = phrase(text, fields);
    return exactly ? Queries.both(phrase(text, List.of(TextField.exact())), sounds) : sounds;
  }

  private Query phrase(String text) {
    Query fitting = phraseIn(fields(), text);
    if (!exactly || !analysis.keepsForms()) {
      return fitting;
    }
    // The exact form decides, the weight is that of the field where it stands.
    return Query.of(
        query ->
            query.bool(
                both -> both.filter(phraseIn(List.of(TextField.exact()), text)).should(fitting)));
  }

  private Query phraseIn(List<String> fields, String text) {
    if (Wording.isReadAsSounds(text, analysis)) {
      return written(text, fields);
    }
    List<Query> forms =
        Wording.forms(text, analysis).stream().map(form -> phrase(form, fields)).toList();
    return forms.size() == 1 ? forms.get(0) : Queries.best(forms);
  }

  private static Query phrase(String words, List<String> fields) {
    return Query.of(
        query ->
            query.multiMatch(
                match -> match.query(words).type(TextQueryType.Phrase).fields(fields)));
  }

  private List<String> fields() {
    return TextField.all(analysis);
  }
}
