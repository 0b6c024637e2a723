package communique.names;

import communique.access.Caller;
import communique.authority.Authorities;
import communique.authority.AuthorityChanges;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Changes an authority record; from then on imports leave it as it is. */
@NeedsDatabase
@ApplicationScoped
public class CorrectAuthority {
  @Inject private KeptAuthority keptAuthority;
  @Inject private HeldIdentifiers heldIdentifiers;
  @Inject private Authorities authorities;
  @Inject private AuthorityChanges changes;

  /**
   * Puts what is said of it in the place of what was said; that stays in the journal.
   *
   * @param seen the state that the change was made from, or several it may be
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names; NOT_FOUND,
   *     WITHDRAWN, NOT_IN_USE or VERSION_CHANGED when there is no such authority to change, it was
   *     erased or merged, or is not as the caller has seen it; REFERENCE_REUSED when an identifier
   *     belongs to another authority, NOT_IN_USE when it belonged to one that was erased
   */
  @Transactional
  public Authority correct(Caller caller, UUID id, Seen seen, AuthorityContent content) {
    caller.mustKeepNames();
    Authority now = keptAuthority.toChange(id, seen);
    if (content.equals(now.content()) && now.edited()) {
      return now;
    }
    heldIdentifiers.of(content).mustBeFree(content, id);
    changes.put("CorrectAuthority", List.of(now.edited(content)), caller.name());
    return authorities.find(id).orElseThrow();
  }
}
