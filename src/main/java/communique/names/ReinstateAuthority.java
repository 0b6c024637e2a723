package communique.names;

import communique.access.Caller;
import communique.authority.Authorities;
import communique.authority.AuthorityChanges;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes an authority that was retired into use again. */
@NeedsDatabase
@ApplicationScoped
public class ReinstateAuthority {
  @Inject private KeptAuthority keptAuthority;
  @Inject private Authorities authorities;
  @Inject private AuthorityChanges changes;

  /**
   * Reinstates it; when this returns, that is durable. One that is in use stays so.
   *
   * @param seen the state that the change was made from, or several it may be
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names; NOT_FOUND,
   *     WITHDRAWN, NOT_IN_USE or VERSION_CHANGED when there is no such authority to change, it was
   *     erased or merged, or is not as the caller has seen it
   */
  @Transactional
  public Authority reinstate(Caller caller, UUID id, Seen seen) {
    caller.mustKeepNames();
    Authority now = keptAuthority.toChange(id, seen);
    if (!now.retired()) {
      return now;
    }
    changes.put("ReinstateAuthority", List.of(now.retired(false)), caller.name());
    return authorities.find(id).orElseThrow();
  }
}
