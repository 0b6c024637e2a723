package communique.search;

import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.names.Name;
import communique.briefing.names.Named;
import communique.search.server.Analysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query whose names are known: what it says besides them, and in which spellings each of them is
 * looked for. It comes from the authority records alone, which everybody may see, and so tells
 * nothing of any text.
 *
 * @param rest the query without the words that are names
 * @param names at most {@link #MOST_NAMES}
 */
record Widening(List<Clause> rest, List<Spoken> names) {
  static final int MOST_NAMES = 3;

  /** How many spellings of a name are looked for in texts of one way of analysis. */
  static final int MOST_FORMS = 12;

  private static final int MOST_TOLD = 40;
  private static final String EVERYWHERE = "en";

  /**
   * A name in a query.
   *
   * @param words as they are written there
   * @param who may be meant
   */
  record Spoken(List<String> words, List<Named> who) {

    String text() {
      return String.join(" ", words);
    }

    /**
     * Its other spellings in texts of a way of analysis: those of its languages first, then those
     * without a language and the English ones, which are written everywhere.
     */
    List<String> forms(Analysis analysis) {
      return spellings(analysis, who.stream().flatMap(each -> each.forms().stream()));
    }

    /** The family names alone, in texts of a way of analysis, where it is a whole name. */
    List<String> families(Analysis analysis) {
      return spellings(analysis, who.stream().flatMap(each -> each.families().stream()));
    }

    private List<String> spellings(Analysis analysis, Stream<Name> names) {
      return names
          .filter(name -> rank(name, analysis) < 2)
          .sorted(Comparator.comparingInt(name -> rank(name, analysis)))
          .map(Name::text)
          .filter(form -> !form.equalsIgnoreCase(text()))
          .distinct()
          .limit(MOST_FORMS)
          .toList();
    }

    private static int rank(Name name, Analysis analysis) {
      LanguageTag language = name.language();
      if (language != null && Analysis.of(language).equals(analysis)) {
        return 0;
      }
      return language == null || language.primary().equals(EVERYWHERE) ? 1 : 2;
    }
  }

  /**
   * What is known of a query. Names are looked for among the words that are meant as they are: not
   * in quotation marks, not left out, not one thing of several.
   */
  static Widening of(List<Clause> clauses, KnownNames known) {
    List<Spoken> spoken = new ArrayList<>();
    List<Clause> rest = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause instanceof Clause.Words run) {
        List<String> left = takeOut(run.words(), known, spoken);
        if (!left.isEmpty()) {
          rest.add(new Clause.Words(left));
        }
      } else {
        rest.add(clause);
      }
    }
    return new Widening(rest, spoken);
  }

  private static List<String> takeOut(List<String> run, KnownNames known, List<Spoken> spoken) {
    List<String> words = known.apart(run);
    List<String> left = new ArrayList<>();
    int at = 0;
    for (KnownNames.Mentioned each : known.named(words, MOST_NAMES - spoken.size())) {
      spoken.add(new Spoken(words.subList(each.from(), each.to()), each.who()));
      left.addAll(words.subList(at, each.from()));
      at = each.to();
    }
    left.addAll(words.subList(at, words.size()));
    return left;
  }

  static Widening none(List<Clause> clauses) {
    return new Widening(clauses, List.of());
  }

  /** Whether texts of a way of analysis may have a name in another spelling than the query's. */
  boolean widens(Analysis analysis) {
    return names.stream().anyMatch(name -> !name.forms(analysis).isEmpty());
  }

  /** What a reader is told of it. */
  List<Widened> told(List<Analysis> analyses) {
    return names.stream()
        .flatMap(name -> name.who().stream().map(who -> new Spoken(name.words(), List.of(who))))
        .map(name -> told(name, analyses))
        .filter(widened -> !widened.forms().isEmpty())
        .toList();
  }

  private static Widened told(Spoken name, List<Analysis> analyses) {
    Named who = name.who().get(0);
    Stream<String> forms = analyses.stream().flatMap(analysis -> name.forms(analysis).stream());
    return new Widened(
        name.text(), who.authority(), who.label(), forms.distinct().limit(MOST_TOLD).toList());
  }
}
