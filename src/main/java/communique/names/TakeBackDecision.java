package communique.names;

import communique.access.Caller;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.names.Decided;
import communique.briefing.names.Decision;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes back what was decided on an authority in an edition; that it was decided stays known. */
@NeedsDatabase
@ApplicationScoped
public class TakeBackDecision {
  @Inject private DecidedEdition decidedEdition;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;

  /**
   * Ends the decision; when this returns, that is durable.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may not; NOT_FOUND when the
   *     caller sees no such edition or no decision on the authority in it, WITHDRAWN when it saw
   *     the edition before
   */
  @Transactional
  public void takeBack(Caller caller, EditionId edition, UUID authority) {
    Version version = decidedEdition.find(caller, edition);
    Decision ended =
        names.in(version, decisions.of(edition)).decisions().stream()
            .map(Decided::decision)
            .filter(decision -> decision.authority().equals(authority))
            .findFirst()
            .orElseThrow(() -> undecided(authority));
    decisions.end(edition, authority, caller.name());
    decidedEdition.askForIndexing(edition, ended);
  }

  private static Refusal undecided(UUID authority) {
    return new Refusal(
        Reason.NOT_FOUND, "authority", "must be one that is decided on", authority.toString());
  }
}
