package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import communique.briefing.LanguageTag;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one edition has to hold.
 *
 * <p>It is found in tiers: what holds all as it is written comes before what holds it with names in
 * other spellings, and that before what holds most of the words. Weights of different tiers say
 * nothing of each other.
 *
 * @param analyses the ways of analysis whose texts are asked
 * @param languages in which a text is wanted, any of them; empty when all are
 */
record EditionQuery(Sought sought, List<Analysis> analyses, List<LanguageTag> languages) {
  /** More than any weight of words. */
  private static final float TIER = 1000;

  EditionQuery {
    analyses = List.copyOf(analyses);
    languages = List.copyOf(languages);
  }

  /** Finds those that hold what is looked for. */
  Query found() {
    Query texts = any(analyses);
    return languages.isEmpty()
        ? texts
        : Queries.both(
            Queries.isOneOf(
                TextField.path("range"), languages.stream().map(LanguageTag::tag).toList()),
            texts);
  }

  /** The words that are marked in an edition whose text is analysed so. */
  Query marked(Analysis analysis) {
    TextQuery text = new TextQuery(analysis, false);
    List<Query> marked = new ArrayList<>(List.of(text.all(sought.clauses())));
    if (sought.widening().widens(analysis)) {
      marked.add(text.all(sought.widening().clauses()));
    }
    if (sought.relaxed()) {
      marked.add(MostWords.marked(sought, analysis));
    }
    return Queries.any(marked);
  }

  private Query any(List<Analysis> asked) {
    Widening widening = sought.widening();
    List<Query> tiers = new ArrayList<>();
    tiers.add(each(asked, text -> text.all(sought.clauses())));
    List<Analysis> widened = asked.stream().filter(widening::widens).toList();
    if (!widened.isEmpty()) {
      tiers.add(each(widened, text -> text.all(widening.clauses())));
    }
    if (sought.relaxed()) {
      Query most = MostWords.found(sought, asked);
      tiers.add(
          sought.rest().isEmpty()
              ? most
              : Queries.all(List.of(most, each(asked, text -> text.all(sought.rest())))));
    }
    return tiers(tiers);
  }

  /**
   * Each way of analysis is asked by itself, and only of its own editions: words that are left out
   * in one language would otherwise be demanded of the fields of another.
   */
  private static Query each(List<Analysis> asked, Function<TextQuery, Query> query) {
    return Queries.any(
        asked.stream()
            .map(
                analysis ->
                    Queries.both(
                        Queries.is(TextField.path("analysis"), analysis.name()),
                        query.apply(new TextQuery(analysis, true))))
            .toList());
  }

  private static Query tiers(List<Query> tiers) {
    int lowest = tiers.size() - 1;
    List<Query> lifted = new ArrayList<>();
    for (int tier = 0; tier < lowest; tier++) {
      lifted.add(Queries.lifted(tiers.get(tier), TIER * (lowest - tier)));
    }
    lifted.add(tiers.get(lowest));
    return lowest == 0 ? lifted.get(0) : Queries.best(lifted);
  }
}
