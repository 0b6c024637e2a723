package communique.names;

import communique.access.Caller;
import communique.authority.Authorities;
import communique.authority.Decisions;
import communique.authority.FormerAuthorities;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Makes one of two authority records that are about the same. */
@NeedsDatabase
@ApplicationScoped
public class MergeAuthorities {
  @Inject private KeptAuthority keptAuthority;
  @Inject private Authorities authorities;
  @Inject private FormerAuthorities former;
  @Inject private Decisions decisions;

  /**
   * Gives the names and identifiers of one to another, which keeps its own where both have one; the
   * address of the first leads to the other from then on. That the first is meant in editions is
   * said of the other now, unless something is decided on that there; that it is not meant is said
   * no more, for the other may be. When this returns, that is durable. Both as they were stay in
   * the journal, and nothing undoes it.
   *
   * @param id of the one that is kept
   * @param seen its state that the change was made from, or several it may be
   * @param other the one whose record ends
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names; NOT_FOUND,
   *     WITHDRAWN, NOT_IN_USE or VERSION_CHANGED when one of them is not there to be changed, was
   *     erased or merged, or the one that is kept is not as the caller has seen it; NOT_IN_USE also
   *     when that is retired; OUT_OF_RANGE when they are one, or of two kinds; TOO_LONG when they
   *     have more than 500 names
   */
  @Transactional
  public Authority merge(Caller caller, UUID id, Seen seen, UUID other) {
    caller.mustKeepNames();
    Authority kept = keptAuthority.toChange(id, seen);
    Authority ended = keptAuthority.inUse(other, "other");
    mustFit(kept, ended);
    AuthorityContent both = kept.content().and(ended.content());
    if (!both.hasNamesOf(ended.content())) {
      throw new Refusal(
          Reason.TOO_LONG,
          "other",
          "must have no more than " + AuthorityContent.MOST_NAMES + " names with the one kept",
          other.toString());
    }
    former.merge(kept.edited(both), ended, caller.name());
    decisions.move(other, id, caller.name());
    return authorities.find(id).orElseThrow();
  }

  private static void mustFit(Authority kept, Authority ended) {
    if (kept.id().equals(ended.id())) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, "other", "must be another authority", ended.id().toString());
    }
    if (kept.retired()) {
      throw new Refusal(
          Reason.NOT_IN_USE, "id", "must not be retired to be kept", kept.id().toString());
    }
    if (kept.content().kind() != ended.content().kind()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "other",
          "must be a " + kept.content().kind().code() + " like the one kept",
          ended.content().kind().code());
    }
  }
}
