package communique.names;

import communique.authority.Authorities;
import communique.authority.Authorities.Identifier;
import communique.authority.FormerAuthorities;
import communique.briefing.names.AuthorityContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Looks up who has the identifiers of what is to be written; after {@link Authorities#lock}. */
@ApplicationScoped
class HeldIdentifiers {
  @Inject private Authorities authorities;
  @Inject private FormerAuthorities former;

  Held of(AuthorityContent content) {
    return of(List.of(content));
  }

  Held of(List<AuthorityContent> contents) {
    List<Identifier> identifiers =
        contents.stream().flatMap(content -> Held.identifiers(content).stream()).toList();
    return new Held(authorities.with(identifiers), former.erased(identifiers));
  }
}
