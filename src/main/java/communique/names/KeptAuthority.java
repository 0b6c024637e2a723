package communique.names;

import communique.authority.Authorities;
import communique.authority.AuthorityChanges;
import communique.authority.FormerAuthorities;
import communique.authority.FormerAuthorities.Former;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds an authority of the record, or says why there is none. */
@ApplicationScoped
class KeptAuthority {
  @Inject private Authorities authorities;
  @Inject private AuthorityChanges changes;
  @Inject private FormerAuthorities former;

  /**
   * The authority as it is now; of one that was merged into another, that one.
   *
   * @throws Refusal NOT_FOUND when there is none, WITHDRAWN when it was erased
   */
  Authority get(UUID id) {
    Optional<Authority> found = authorities.find(id);
    if (found.isPresent()) {
      return found.get();
    }
    UUID now = former.find(id).map(Former::mergedInto).orElse(id);
    return authorities.find(now).orElseThrow(() -> whyNot(now));
  }

  /**
   * The authority to change. Until the transaction ends, nobody else changes one.
   *
   * @param seen the state that the change was made from, or several it may be
   * @throws Refusal NOT_FOUND when there is none, WITHDRAWN when it was erased, NOT_IN_USE when it
   *     was merged into another, VERSION_CHANGED when it is not as the caller has seen it
   */
  Authority toChange(UUID id, Seen seen) {
    changes.lock();
    Authority now = inUse(id, "id");
    if (!seen.has(AuthorityJson.digest(now))) {
      throw new Refusal(
          Reason.VERSION_CHANGED,
          "If-Match",
          "must be the ETag of the authority as it is now",
          seen.named());
    }
    return now;
  }

  /**
   * An authority that was not merged.
   *
   * @param field in which the caller names it
   * @throws Refusal NOT_FOUND when there is none, WITHDRAWN when it was erased, NOT_IN_USE when it
   *     was merged into another
   */
  Authority inUse(UUID id, String field) {
    return authorities.find(id).orElseThrow(() -> whyNot(id).renamed(same -> field));
  }

  private Refusal whyNot(UUID id) {
    @Nullable Former gone = former.find(id).orElse(null);
    if (gone == null) {
      return new Refusal(
          Reason.NOT_FOUND, "id", "must be an authority of this archive", id.toString());
    }
    return gone.ground() != null
        ? new Refusal(Reason.WITHDRAWN, "id", "was erased: " + gone.ground(), id.toString())
        : new Refusal(
            Reason.NOT_IN_USE,
            "id",
            "was merged into another authority",
            String.valueOf(gone.mergedInto()));
  }
}
