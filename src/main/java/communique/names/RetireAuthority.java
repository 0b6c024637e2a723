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

/**
 * Takes an authority out of use: it is no longer recognised in texts and queries, and still shown.
 */
@NeedsDatabase
@ApplicationScoped
public class RetireAuthority {
  @Inject private KeptAuthority keptAuthority;
  @Inject private Authorities authorities;
  @Inject private AuthorityChanges changes;

  /**
   * Retires it; when this returns, that is durable. One that is retired stays so.
   *
   * @param seen the state that the change was made from, or several it may be
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names; NOT_FOUND,
   *     WITHDRAWN, NOT_IN_USE or VERSION_CHANGED when there is no such authority to change, it was
   *     erased or merged, or is not as the caller has seen it
   */
  @Transactional
  public Authority retire(Caller caller, UUID id, Seen seen) {
    caller.mustKeepNames();
    Authority now = keptAuthority.toChange(id, seen);
    if (now.retired()) {
      return now;
    }
    changes.put("RetireAuthority", List.of(now.retired(true)), caller.name());
    return authorities.find(id).orElseThrow();
  }
}
