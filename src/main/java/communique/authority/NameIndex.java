package communique.authority;

import communique.briefing.names.AuthorityKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All names that are known at one time, for texts and for queries. It never changes. */
final class NameIndex {
  static final NameIndex EMPTY = new NameIndex(List.of());

  /** A name that more have says nothing. */
  private static final int MOST_OWNERS = 5;

  private final Known[] known;
  private final Map<UUID, Known> byId;
  private final NamesInTexts inTexts;
  private final NamesInQueries inQueries;
  private final LookUp lookUp;
  private final int states;

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
          if (Telling.isRecognised(form, known[owner].edited())) {
            forTexts.add(Spelling.inText(form), owner);
          }
          String folded = Spelling.inQuery(form);
          forLookUp.add(folded, owner);
          if (form.indexOf(' ') > 0 || Telling.isLongEnough(form)) {
            forWhole.add(folded, owner);
          }
        }
        String family = known[owner].family(name);
        if (family != null && Telling.isLongEnough(family)) {
          forFamilies.add(Spelling.inQuery(family), owner);
        }
      }
    }
    Patterns texts = forTexts.done(MOST_OWNERS);
    Patterns whole = forWhole.done(MOST_OWNERS);
    Patterns families = forFamilies.done(MOST_OWNERS);
    inTexts = new NamesInTexts(known, texts);
    inQueries = new NamesInQueries(known, whole, families);
    states = texts.states() + whole.states() + families.states();
    lookUp = new LookUp(forLookUp.owners());
  }

  NamesInTexts inTexts() {
    return inTexts;
  }

  NamesInQueries inQueries() {
    return inQueries;
  }

  /** What is known of an authority. */
  Optional<Known> known(UUID authority) {
    return Optional.ofNullable(byId.get(authority));
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
    return states;
  }
}
