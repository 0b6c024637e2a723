package communique.names;

import communique.authority.Authorities;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  static Refusal absent(UUID id) {
    return new Refusal(
        Reason.NOT_FOUND, "id", "must be an authority of this archive", id.toString());
  }
}
