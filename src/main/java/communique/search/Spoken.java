package communique.search;

import communique.briefing.LanguageTag;
import communique.briefing.names.Name;
import communique.briefing.names.Named;
import communique.search.server.Analysis;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A known name in a query, to be found as it is written there or in another of its spellings.
 *
 * @param words as they are written there
 * @param who may be meant
 */
record Spoken(List<String> words, List<Named> who) implements Clause {
  /** How many spellings of a name are looked for in texts of one way of analysis. */
  static final int MOST_FORMS = 12;

  private static final String EVERYWHERE = "en";

  Spoken {
    words = List.copyOf(words);
    who = List.copyOf(who);
  }

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
