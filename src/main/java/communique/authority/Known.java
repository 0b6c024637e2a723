package communique.authority;

import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of an authority.
 *
 * @param familyFirst whether it is a person who is called by the family name first
 * @param edited whether a person wrote or changed it
 */
record Known(UUID id, AuthorityKind kind, List<Name> names, boolean familyFirst, boolean edited) {
  Known(UUID id, AuthorityKind kind, List<Name> names, boolean edited) {
    this(id, kind, names, kind == AuthorityKind.PERSON && FamilyFirst.isTrueOf(names), edited);
  }

  String label() {
    return names.get(0).text();
  }

  /** Its names, each once: many are the same in several languages. */
  Set<String> texts() {
    return names.stream().map(Name::text).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The forms in which a name of it may stand in a text. */
  Set<String> whole(String name) {
    return isPerson() ? Forms.whole(name) : Set.of(name);
  }

  /** The forms in which its names may stand in a text. */
  Set<String> forms() {
    return texts().stream()
        .flatMap(name -> whole(name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The family name of one of its names, of persons. */
  @Nullable String family(String name) {
    return isPerson() ? Forms.family(name, label(), familyFirst) : null;
  }

  /** Its family names by language, each once. */
  List<Name> families() {
    List<Name> families = new ArrayList<>();
    for (Name name : names) {
      String family = family(name.text());
      if (family != null) {
        Forms.inflected(family, name.language())
            .forEach(form -> families.add(new Name(form, name.language(), name.preferred())));
      }
    }
    return families.stream().distinct().toList();
  }

  /** Its whole names by language, as they may stand in a text, each once. */
  List<Name> wholes() {
    List<Name> wholes = new ArrayList<>();
    for (Name name : names) {
      whole(name.text())
          .forEach(form -> wholes.add(new Name(form, name.language(), name.preferred())));
    }
    return wholes.stream().distinct().toList();
  }

  private boolean isPerson() {
    return kind == AuthorityKind.PERSON;
  }
}
