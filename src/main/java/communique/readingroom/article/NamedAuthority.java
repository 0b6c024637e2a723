package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import communique.briefing.names.Spelled;
import communique.readingroom.page.AuthorityAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody or something that a text names.
 *
 * @param label its name, in the language of the room where it has one
 * @param spelled how the text spells it, where that is not its label
 * @param perhaps whether others have the same name, so that they may be meant
 */
public record NamedAuthority(
    AuthorityKind kind, UUID id, Name label, List<String> spelled, boolean perhaps) {

  /** Where all is that names it. */
  public String href() {
    return AuthorityAddress.of(kind, id);
  }

  /**
   * Those whom a text names, in its order.
   *
   * @param known the authorities of the names; a name of one that is not there is passed over
   */
  static List<NamedAuthority> of(
      List<Spelled> names, Map<UUID, Authority> known, LanguageTag room) {
    Map<UUID, NamedAuthority> found = new LinkedHashMap<>();
    for (Spelled name : names) {
      for (UUID id : name.authorities()) {
        Authority who = known.get(id);
        if (who != null) {
          found.merge(id, of(who, name, room), NamedAuthority::and);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static NamedAuthority of(Authority who, Spelled name, LanguageTag room) {
    Name label = who.content().label(List.of(room));
    return new NamedAuthority(
        who.content().kind(),
        who.id(),
        label,
        name.text().equals(label.text()) ? List.of() : List.of(name.text()),
        name.authorities().size() > 1);
  }

  private NamedAuthority and(NamedAuthority other) {
    List<String> all = new ArrayList<>(spelled);
    all.addAll(other.spelled);
    // Where one name is only its own, it is meant by the others, too.
    return new NamedAuthority(kind, id, label, List.copyOf(all), perhaps && other.perhaps);
  }
}
