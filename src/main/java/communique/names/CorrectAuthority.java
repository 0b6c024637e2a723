package communique.names;

import communique.access.Caller;
import communique.authority.Authorities;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.AuthorityJson;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Changes an authority record; from then on imports leave it as it is. */
@NeedsDatabase
@ApplicationScoped
public class CorrectAuthority {
  @Inject private Authorities authorities;

  /**
   * Puts what is said of it in the place of what was said; that stays in the journal.
   *
   * @param seen the digest of the state that the change was made from, or several it may be
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names, NOT_FOUND when
   *     there is no such authority, VERSION_CHANGED when it is not as the caller has seen it,
   *     REFERENCE_REUSED when an identifier belongs to another authority
   */
  @Transactional
  public Authority correct(Caller caller, UUID id, Set<Digest> seen, AuthorityContent content) {
    caller.mustKeepNames();
    authorities.lock();
    Authority now = authorities.find(id).orElseThrow(() -> GetAuthority.absent(id));
    if (!seen.contains(AuthorityJson.digest(now))) {
      throw new Refusal(
          Reason.VERSION_CHANGED,
          "If-Match",
          "must be the ETag of the authority as it is now",
          seen.stream().map(Digest::hex).sorted().collect(Collectors.joining(", ")));
    }
    if (content.equals(now.content()) && now.edited()) {
      return now;
    }
    new Held(authorities.with(Held.identifiers(content))).mustBeFree(content, id);
    authorities.put(
        "CorrectAuthority",
        List.of(new Authority(id, now.version() + 1, true, Instant.EPOCH, content)),
        caller.name());
    return authorities.find(id).orElseThrow();
  }
}
