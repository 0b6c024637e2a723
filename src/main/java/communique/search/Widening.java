package communique.search;

import communique.authority.KnownNames;
import communique.briefing.names.Named;
import communique.search.server.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query whose names are known. It comes from the authority records alone, which everybody may
 * see, and so tells nothing of any text.
 *
 * @param clauses the query, with the words that are names as such; at most {@link #MOST_NAMES}
 */
record Widening(List<Clause> clauses) {
  static final int MOST_NAMES = 3;

  private static final int MOST_TOLD = 40;

  Widening {
    clauses = List.copyOf(clauses);
  }

  /**
   * What is known of a query. Names are looked for among the words that are meant as they are: not
   * in quotation marks, not left out.
   */
  static Widening of(List<Clause> clauses, KnownNames known) {
    return new Search(known).widened(clauses);
  }

  static Widening none(List<Clause> clauses) {
    return new Widening(clauses);
  }

  /** The search for names in a query. */
  private static final class Search {
    private final KnownNames known;
    private int names;

    Search(KnownNames known) {
      this.known = known;
    }

    Widening widened(List<Clause> clauses) {
      List<Clause> widened = new ArrayList<>();
      for (Clause clause : clauses) {
        if (clause instanceof Clause.Words run) {
          widened.addAll(takenApart(run.words()));
        } else if (clause instanceof Clause.Either either) {
          widened.add(
              new Clause.Either(either.alternatives().stream().map(this::ifItIsName).toList()));
        } else {
          widened.add(clause);
        }
      }
      return new Widening(widened);
    }

    /** The other words of a run, which stay together, and its names. */
    private List<Clause> takenApart(List<String> run) {
      List<String> words = known.apart(run);
      List<String> left = new ArrayList<>();
      List<Clause> parts = new ArrayList<>();
      int at = 0;
      for (KnownNames.Mentioned each : named(words)) {
        parts.add(new Spoken(words.subList(each.from(), each.to()), each.who()));
        left.addAll(words.subList(at, each.from()));
        at = each.to();
      }
      left.addAll(words.subList(at, words.size()));
      names += parts.size();
      if (!left.isEmpty()) {
        parts.add(0, new Clause.Words(left));
      }
      return parts;
    }

    /** One of several alternatives, as a name where all of it is one. */
    private Clause ifItIsName(Clause alternative) {
      if (alternative instanceof Clause.Words run) {
        for (KnownNames.Mentioned each : named(run.words())) {
          if (each.from() == 0 && each.to() == run.words().size()) {
            names++;
            return new Spoken(run.words(), each.who());
          }
        }
      }
      return alternative;
    }

    private List<KnownNames.Mentioned> named(List<String> words) {
      return known.named(words, MOST_NAMES - names);
    }
  }

  /** The names in it. */
  List<Spoken> names() {
    return names(clauses).toList();
  }

  private static Stream<Spoken> names(List<Clause> clauses) {
    return clauses.stream()
        .flatMap(
            clause -> {
              if (clause instanceof Clause.Either either) {
                return names(either.alternatives());
              }
              return clause instanceof Spoken name ? Stream.of(name) : Stream.<Spoken>of();
            });
  }

  /** Whether texts of a way of analysis may have a name in another spelling than the query's. */
  boolean widens(Analysis analysis) {
    return names().stream().anyMatch(name -> !name.forms(analysis).isEmpty());
  }

  /** What a reader is told of it. */
  List<Widened> told(List<Analysis> analyses) {
    return names().stream()
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
