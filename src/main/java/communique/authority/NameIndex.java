package communique.authority;

import communique.briefing.LanguageTag;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import communique.briefing.names.Named;
import communique.briefing.names.Recognised;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All names that are known at one time, for texts and for queries. It never changes. */
final class NameIndex {
  static final NameIndex EMPTY = new NameIndex(List.of());

  /** A name that more have says nothing. */
  private static final int MOST_OWNERS = 5;

  /** Of letters that stand for sounds; shorter names are words of some language. */
  private static final int SHORTEST = 4;

  /** Of Chinese characters and Korean syllables. */
  private static final int SHORTEST_SYLLABLES = 2;

  private static final int SHORTEST_KANA = 3;

  /** A name such as EU or IMF, which are no words when they are written so. */
  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}&&\\p{IsLatin}]{2,3}");

  private final Known[] known;
  private final Map<UUID, Known> byId;
  private final Patterns texts;
  private final Patterns whole;
  private final Patterns families;
  private final LookUp lookUp;

  NameIndex(Collection<Known> all) {
    known = all.toArray(new Known[0]);
    byId = all.stream().collect(Collectors.toMap(Known::id, Function.identity()));
    Patterns.Gathering forTexts = new Patterns.Gathering();
    Patterns.Gathering forWhole = new Patterns.Gathering();
    Patterns.Gathering forFamilies = new Patterns.Gathering();
    Patterns.Gathering forLookUp = new Patterns.Gathering();
    for (int owner = 0; owner < known.length; owner++) {
      for (String name : known[owner].texts()) {
        for (String form : known[owner].whole(name)) {
          if (isRecognised(form, known[owner])) {
            forTexts.add(Spelling.inText(form), owner);
          }
          String folded = Spelling.inQuery(form);
          forLookUp.add(folded, owner);
          if (form.indexOf(' ') > 0 || isLongEnough(form)) {
            forWhole.add(folded, owner);
          }
        }
        String family = known[owner].family(name);
        if (family != null && isLongEnough(family)) {
          forFamilies.add(Spelling.inQuery(family), owner);
        }
      }
    }
    texts = forTexts.done(MOST_OWNERS);
    whole = forWhole.done(MOST_OWNERS);
    families = forFamilies.done(MOST_OWNERS);
    lookUp = new LookUp(forLookUp.owners());
  }

  /**
   * Who has a name that begins so, or has a word that does, whatever the case and accents.
   *
   * @return the best first, {@code most} at most
   */
  List<UUID> lookUp(String name, @Nullable AuthorityKind kind, int most) {
    String query = Spelling.inQuery(name);
    return query.isEmpty()
        ? List.of()
        : lookUp.owners(query, owner -> kind == null || known[owner].kind() == kind, most).stream()
            .map(owner -> known[owner].id())
            .toList();
  }

  /** How many states its automata have, of some 18 bytes each. */
  int states() {
    return texts.states() + whole.states() + families.states();
  }

  /**
   * The names in a text, the longest at each place, from the beginning to the end.
   *
   * <p>A name of several words counts whatever the language of the text; one of a single word only
   * in the languages that have it, since in another it may be any word. Of names shorter than other
   * words of their script only two count: two or three Latin capitals, but for a line that has
   * nothing but capitals, and two Chinese characters of an authority that a person has edited.
   */
  List<Recognised> recognise(String text, LanguageTag language) {
    String composed = Spelling.composed(text);
    String plain = Spelling.inText(composed);
    List<Recognised> found = new ArrayList<>();
    texts.scan(
        plain,
        (pattern, start, end) -> {
          if (Boundaries.isWhole(plain, start, end) && !isAmongCapitals(composed, start, end)) {
            List<UUID> owners = owners(pattern, language);
            if (!owners.isEmpty()) {
              found.add(new Recognised(composed.substring(start, end), start, end, owners));
            }
          }
        });
    return longest(found);
  }

  /** The beginnings are the same for all; of those that overlap, the first and longest stays. */
  private static List<Recognised> longest(List<Recognised> found) {
    found.sort(
        Comparator.comparingInt(Recognised::start)
            .thenComparing(Recognised::end, Comparator.reverseOrder()));
    List<Recognised> apart = new ArrayList<>();
    int end = 0;
    for (Recognised each : found) {
      if (each.start() >= end) {
        apart.add(each);
        end = each.end();
      }
    }
    return apart;
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
    found.sort(
        Comparator.comparingInt(Found::from)
            .thenComparing(Found::to, Comparator.reverseOrder())
            .thenComparing(Found::family));
    List<Found> apart = new ArrayList<>();
    int end = 0;
    for (Found each : found) {
      if (each.from() >= end) {
        apart.add(each);
        end = each.to();
      }
    }
    return apart;
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
    List<int[]> found = new ArrayList<>();
    Automaton.Finder within =
        (pattern, start, end) -> {
          boolean inside = start > 0 && end < folded.length();
          if (Boundaries.isWhole(folded, start, end)
              && end - start > (inside ? SHORTEST_SYLLABLES : 0)) {
            found.add(new int[] {start, end});
          }
        };
    whole.scan(folded, within);
    families.scan(folded, within);
    found.sort(Comparator.<int[]>comparingInt(each -> each[0]).thenComparingInt(each -> -each[1]));
    List<String> apart = new ArrayList<>();
    int at = 0;
    for (int[] name : found) {
      if (name[0] >= at) {
        addRest(word.substring(at, name[0]), apart);
        apart.add(word.substring(name[0], name[1]));
        at = name[1];
      }
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

  /** What is known of an authority. */
  Optional<Known> known(UUID authority) {
    return Optional.ofNullable(byId.get(authority));
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
                  each.families().stream().filter(name -> isLongEnough(name.text())).toList();
              who.add(
                  found.family()
                      ? new Named(each.id(), each.label(), each.families(), List.of())
                      : new Named(each.id(), each.label(), each.wholes(), families));
            });
    return who;
  }

  private List<UUID> owners(int pattern, LanguageTag language) {
    String form = texts.form(pattern);
    boolean anywhere = form.indexOf(' ') > 0 || form.indexOf('·') > 0;
    Set<UUID> owners = new LinkedHashSet<>();
    texts.owners(
        pattern,
        owner -> {
          if (anywhere || isSaidIn(known[owner], form, language)) {
            owners.add(known[owner].id());
          }
        });
    return List.copyOf(owners);
  }

  private static boolean isSaidIn(Known known, String form, LanguageTag language) {
    return known.names().stream()
        .filter(name -> isOf(name.language(), language))
        .anyMatch(
            name ->
                known.whole(name.text()).stream()
                    .anyMatch(each -> Spelling.inText(each).equals(form)));
  }

  private static boolean isOf(@Nullable LanguageTag name, LanguageTag text) {
    return name == null || name.primary().equals(text.primary());
  }

  private static boolean isLongEnough(String form) {
    int shortest =
        switch (UnicodeScript.of(form.codePointAt(0))) {
          case HAN, HANGUL -> SHORTEST_SYLLABLES;
          case KATAKANA, HIRAGANA -> SHORTEST_KANA;
          default -> SHORTEST;
        };
    return form.codePointCount(0, form.length()) >= shortest;
  }

  // In a text without spaces, two characters are together by chance: of Chinese ones a person has
  // to have said that they are a name.
  private static boolean isRecognised(String form, Known known) {
    boolean two = isSyllabic(form) && form.codePointCount(0, form.length()) == SHORTEST_SYLLABLES;
    return two
        ? known.edited() && UnicodeScript.of(form.codePointAt(0)) == UnicodeScript.HAN
        : isLongEnough(form) || CAPITALS.matcher(form).matches();
  }

  // In a line of capitals, those of a short name may be any word's.
  private static boolean isAmongCapitals(String text, int start, int end) {
    if (!CAPITALS.matcher(text.substring(start, end)).matches()) {
      return false;
    }
    int from = text.lastIndexOf('\n', start) + 1;
    int to = text.indexOf('\n', end);
    String before = text.substring(from, start);
    String after = text.substring(end, to < 0 ? text.length() : to);
    return (before + after).chars().anyMatch(Character::isUpperCase)
        && (before + after).chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isSyllabic(String form) {
    UnicodeScript script = UnicodeScript.of(form.codePointAt(0));
    return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
  }

  /**
   * A name among the words of a query.
   *
   * @param from the first of its words
   * @param to after the last of them
   * @param family whether it is a family name alone
   */
  record Found(int pattern, int from, int to, boolean family) {}
}
