package communique.names;

import communique.authority.AuthorityChanges;
import communique.authority.AuthorityIdentities;
import communique.authority.AuthorityIdentities.Identifier;
import communique.authority.FormerAuthorities;
import communique.briefing.names.AuthorityContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Looks up who is known of what is to be written; after {@link AuthorityChanges#lock}. */
@ApplicationScoped
class HeldIdentifiers {
  @Inject private AuthorityIdentities identities;
  @Inject private FormerAuthorities former;

  /** Who has its identifiers. */
  Held of(AuthorityContent content) {
    return of(Held.identifiers(content), List.of());
  }

  /** Who has their identifiers, or is the same as one that has none. */
  Held of(List<AuthorityContent> contents) {
    return of(
        contents.stream().flatMap(content -> Held.identifiers(content).stream()).toList(),
        contents.stream().filter(content -> content.ids().isEmpty()).distinct().toList());
  }

  private Held of(List<Identifier> identifiers, List<AuthorityContent> unidentified) {
    return new Held(
        identities.with(identifiers),
        former.erased(identifiers),
        unidentified.isEmpty() ? Map.of() : identities.once(unidentified));
  }
}
