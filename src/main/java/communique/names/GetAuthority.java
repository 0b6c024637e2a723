package communique.names;

import communique.authority.Authorities;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Gives an authority record, which everybody may see. */
@NeedsDatabase
@ApplicationScoped
public class GetAuthority {
  @Inject private Authorities authorities;
  @Inject private KeptAuthority keptAuthority;

  /**
   * The authority as it is now; of one that was merged into another, that one, which has another
   * identity.
   *
   * @throws Refusal NOT_FOUND when there is none, WITHDRAWN when it was erased
   */
  public Authority get(UUID id) {
    return keptAuthority.get(id);
  }

  /** Those of some identities that are neither merged nor erased; some hundred at most. */
  public Map<UUID, Authority> all(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : authorities.find(ids);
  }
}
