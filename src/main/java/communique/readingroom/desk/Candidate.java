package communique.readingroom.desk;

import communique.briefing.names.Authority;
import communique.briefing.names.Decided;
import communique.briefing.names.Mentions;
import communique.briefing.names.Spelled;
import communique.readingroom.page.AuthorityAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that a text may name.
 *
 * @param spelled how the text spells it; nothing where it was said not to be meant
 * @param perhaps whether others have one of these names, so that they may be meant
 * @param decided what was said of it; absent when nothing was
 */
public record Candidate(
    Authority authority, List<String> spelled, boolean perhaps, @Nullable Decided decided) {
  public Candidate {
    spelled = List.copyOf(spelled);
  }

  /** All who may be meant, and those who were said not to be. */
  static Set<UUID> authorities(Mentions mentions) {
    Set<UUID> all = new LinkedHashSet<>(mentions.authorities());
    mentions.decisions().forEach(each -> all.add(each.decision().authority()));
    return all;
  }

  /**
   * The same with what is known of them.
   *
   * @param known by identity; one that is not there is passed over
   */
  static List<Candidate> all(Mentions mentions, Map<UUID, Authority> known) {
    return authorities(mentions).stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .map(authority -> of(authority, mentions))
        .toList();
  }

  private static Candidate of(Authority authority, Mentions mentions) {
    List<Spelled> names =
        mentions.names().stream()
            .filter(name -> name.authorities().contains(authority.id()))
            .toList();
    return new Candidate(
        authority,
        names.stream().map(Spelled::text).toList(),
        names.stream().anyMatch(name -> name.authorities().size() > 1),
        mentions.decisions().stream()
            .filter(each -> each.decision().authority().equals(authority.id()))
            .findFirst()
            .orElse(null));
  }

  /** Its identity. */
  public UUID id() {
    return authority.id();
  }

  /** Where all is that names it. */
  public String href() {
    return AuthorityAddress.of(authority.content().kind(), id());
  }

  /** Where it is on the page. */
  public String place() {
    return place(id());
  }

  static String place(UUID authority) {
    return "name-" + authority;
  }
}
