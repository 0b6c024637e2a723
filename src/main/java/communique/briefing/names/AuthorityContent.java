package communique.briefing.names;

import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an authority.
 *
 * @param names at least one, at most 500, each once; the first is shown where a reader's language
 *     has none; in each language one at most is preferred
 * @param ids by which it is known elsewhere, one for each scheme
 * @param description tells it from others of the same name
 * @param born the day, of a person
 */
public record AuthorityContent(
    AuthorityKind kind,
    List<Name> names,
    Map<Scheme, String> ids,
    @Nullable String description,
    @Nullable LocalDate born) {
  /** How many names one may have. */
  public static final int MOST_NAMES = 500;

  private static final int LONGEST_DESCRIPTION = 300;

  /**
   * @throws Refusal naming the field when a rule is broken
   */
  public AuthorityContent {
    names = once(names);
    ids = inOrder(ids);
    if (description != null) {
      Text.required("description", description, LONGEST_DESCRIPTION);
    }
    if (born != null && kind != AuthorityKind.PERSON) {
      throw new Refusal(Reason.OUT_OF_RANGE, "born", "must be of a person", born.toString());
    }
  }

  /**
   * The name that stands for it: {@link #nameIn} the first of some languages that it has one in,
   * else the first.
   *
   * @param liked by a reader, the dearest first
   */
  public Name label(List<LanguageTag> liked) {
    return label(names, liked);
  }

  /** The same of what is known by some names, one at least. */
  public static Name label(List<Name> names, List<LanguageTag> liked) {
    return liked.stream()
        .flatMap(language -> nameIn(names, language).stream())
        .findFirst()
        .orElse(names.get(0));
  }

  /**
   * The name of a language among some: one of just this language before those of its other
   * varieties ({@code de} for {@code de-AT}), and of these the preferred one, else the first.
   */
  public static Optional<Name> nameIn(List<Name> names, LanguageTag language) {
    Name best = null;
    int most = 0;
    // A loop, since each page of finds asks it of all who are counted.
    for (Name name : names) {
      int suits = suits(name, language);
      if (suits > most) {
        most = suits;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int suits(Name name, LanguageTag wanted) {
    LanguageTag language = name.language();
    if (language == null || !wanted.isVarietyWith(language)) {
      return 0;
    }
    return 1 + (name.preferred() ? 1 : 0) + (language.equals(wanted) ? 2 : 0);
  }

  /**
   * This with what another says and this does not: names and identifiers are added, none is taken
   * away or changed.
   */
  public AuthorityContent and(AuthorityContent other) {
    List<Name> all = new ArrayList<>(names);
    for (Name name : other.names) {
      if (all.size() < MOST_NAMES && all.stream().noneMatch(name::isSaidAs)) {
        all.add(isTaken(name, all) ? name.asVariant() : name);
      }
    }
    Map<Scheme, String> known = new EnumMap<>(Scheme.class);
    known.putAll(other.ids);
    known.putAll(ids);
    return new AuthorityContent(
        kind,
        all,
        known,
        description == null ? other.description : description,
        born == null ? other.born : born);
  }

  /** Whether it has each name of another. */
  public boolean hasNamesOf(AuthorityContent other) {
    return other.names.stream().allMatch(name -> names.stream().anyMatch(name::isSaidAs));
  }

  /** Whether a language already has the name to show in it. */
  static boolean isTaken(Name name, List<Name> among) {
    return name.preferred()
        && among.stream()
            .anyMatch(
                each ->
                    each.preferred()
                        && String.valueOf(each.language()).equals(String.valueOf(name.language())));
  }

  private static List<Name> once(List<Name> names) {
    if (names.isEmpty()) {
      throw new Refusal(Reason.MISSING, "names", "must have one name at least", "");
    }
    if (names.size() > MOST_NAMES) {
      throw new Refusal(
          Reason.TOO_LONG,
          "names",
          "must have at most " + MOST_NAMES + " items",
          "" + names.size());
    }
    Set<List<String>> said = new HashSet<>();
    Set<String> preferred = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      String language = String.valueOf(name.language());
      if (!said.add(List.of(language, name.text()))) {
        throw new Refusal(
            Reason.OUT_OF_RANGE, "names[" + i + "].text", "must not come twice", name.text());
      }
      if (name.preferred() && !preferred.add(language)) {
        throw new Refusal(
            Reason.OUT_OF_RANGE,
            "names[" + i + "].preferred",
            "must be true of one name of a language only",
            name.text());
      }
    }
    return List.copyOf(names);
  }

  private static Map<Scheme, String> inOrder(Map<Scheme, String> ids) {
    Map<Scheme, String> ordered = new EnumMap<>(Scheme.class);
    ids.forEach((scheme, value) -> ordered.put(scheme, scheme.value(value)));
    return java.util.Collections.unmodifiableMap(ordered);
  }
}
