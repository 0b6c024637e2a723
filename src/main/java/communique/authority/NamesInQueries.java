package communique.authority;

import communique.briefing.names.Name;
import communique.briefing.names.Named;
import java.util.ArrayList;
import java.util.List;

/** All names that are known at one time, as they are looked for in queries. */
final class NamesInQueries {
  private final Known[] known;
  private final Patterns whole;
  private final Patterns families;

  /**
   * @param known the owners of the names, by number
   * @param whole names as {@link Spelling#inQuery}
   * @param families family names alone, written so
   */
  NamesInQueries(Known[] known, Patterns whole, Patterns families) {
    this.known = known;
    this.whole = whole;
    this.families = families;
  }

  /**
   * Who is named by words of a query.
   *
   * @param words those of it that follow each other
   * @return the longest names, from left to right; a name wins over a family name that is as long
   */
  List<Found> named(List<String> words) {
    Words folded = new Words(words);
    List<Found> found = new ArrayList<>();
    whole.scan(
        folded.text(), (pattern, start, end) -> folded.add(pattern, start, end, false, found));
    families.scan(
        folded.text(), (pattern, start, end) -> folded.add(pattern, start, end, true, found));
    // A name was added before a family name that is as long.
    return LeftmostLongest.of(found, Found::from, Found::to);
  }

  /**
   * Words of a query in which names that stand within a word are words by themselves: in scripts
   * that put nothing between words. What is left of the word by a single character, such as a
   * particle or 氏, is left out. Two characters are a name only at either end of a word.
   */
  List<String> apart(List<String> words) {
    return words.stream().flatMap(word -> apart(word).stream()).toList();
  }

  private List<String> apart(String word) {
    String folded = Spelling.inQuery(word);
    if (folded.length() != word.length() || !Boundaries.hasNoSpaces(word)) {
      return List.of(word);
    }
    List<Place> found = new ArrayList<>();
    Automaton.Finder within =
        (pattern, start, end) -> {
          boolean inside = start > 0 && end < folded.length();
          if (Boundaries.isWhole(folded, start, end)
              && end - start > (inside ? Telling.SHORTEST_SYLLABLES : 0)) {
            found.add(new Place(start, end));
          }
        };
    whole.scan(folded, within);
    families.scan(folded, within);
    List<String> apart = new ArrayList<>();
    int at = 0;
    for (Place name : LeftmostLongest.of(found, Place::start, Place::end)) {
      addRest(word.substring(at, name.start()), apart);
      apart.add(word.substring(name.start(), name.end()));
      at = name.end();
    }
    if (apart.isEmpty()) {
      return List.of(word);
    }
    addRest(word.substring(at), apart);
    return apart;
  }

  private static void addRest(String rest, List<String> apart) {
    String bare = Spelling.inQuery(rest);
    if (bare.codePointCount(0, bare.length()) > 1) {
      apart.add(rest);
    }
  }

  /** Who is meant by what was found. */
  List<Named> who(Found found) {
    List<Named> who = new ArrayList<>();
    (found.family() ? families : whole)
        .owners(
            found.pattern(),
            owner -> {
              Known each = known[owner];
              List<Name> families =
                  each.families().stream()
                      .filter(name -> Telling.isLongEnough(name.text()))
                      .toList();
              who.add(
                  found.family()
                      ? new Named(each.id(), each.label(), each.families(), List.of())
                      : new Named(each.id(), each.label(), each.wholes(), families));
            });
    return who;
  }

  /** Where a name is within a word. */
  private record Place(int start, int end) {}

  /**
   * A name among the words of a query.
   *
   * @param from the first of its words
   * @param to after the last of them
   * @param family whether it is a family name alone
   */
  record Found(int pattern, int from, int to, boolean family) {}
}
