package communique.names;

import communique.authority.Authorities;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Gives an authority record, which everybody may see. */
@NeedsDatabase
@ApplicationScoped
public class GetAuthority {
  @Inject private Authorities authorities;

  /**
   * The authority as it is now.
   *
   * @throws Refusal NOT_FOUND when there is none
   */
  public Authority get(UUID id) {
    return authorities.find(id).orElseThrow(() -> absent(id));
  }

  /** Those of some identities that there are, in no order; some hundred at most. */
  public List<Authority> all(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : authorities.all(ids);
  }

  static Refusal absent(UUID id) {
    return new Refusal(
        Reason.NOT_FOUND, "id", "must be an authority of this archive", id.toString());
  }
}
