package communique.names;

import communique.access.Caller;
import communique.authority.Decisions;
import communique.authority.FormerAuthorities;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import communique.briefing.Text;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Erases, by an order of the law, what is known of a person: names, identifiers, and what
 * archivists decided. That there was a record stays, and so do the texts, which are not the
 * record's to change.
 */
@NeedsDatabase
@ApplicationScoped
public class EraseAuthority {
  private static final int LONGEST = 2_000;

  @Inject private KeptAuthority keptAuthority;
  @Inject private FormerAuthorities former;
  @Inject private Decisions decisions;

  /**
   * Erases it with all that were merged into it, from the journal as well; when this returns, that
   * is durable. No import brings it back under the same identifiers.
   *
   * @param seen the state that was seen, or several it may be
   * @param ground of the law, for everybody; at most 2,000 characters
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller is no administrator;
   *     NOT_FOUND, WITHDRAWN, NOT_IN_USE or VERSION_CHANGED when there is no such authority to
   *     change, it was erased or merged, or is not as the caller has seen it; MISSING, TOO_LONG or
   *     BAD_FORMAT on {@code ground}
   */
  @Transactional
  public void erase(Caller caller, UUID id, Seen seen, String ground) {
    caller.mustAdminister();
    Text.required("ground", ground, LONGEST);
    keptAuthority.toChange(id, seen);
    List<UUID> erased = former.erase(id, ground, caller.name());
    decisions.forget(erased, caller.name());
  }
}
