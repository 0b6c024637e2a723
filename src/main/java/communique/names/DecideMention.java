package communique.names;

import communique.access.Caller;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.names.Decision;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Says whether an authority is meant in an edition. The versions of the edition stay as they are;
 * the decision holds for those that come, too, as far as they have the name.
 */
@NeedsDatabase
@ApplicationScoped
public class DecideMention {
  @Inject private DecidedEdition decidedEdition;
  @Inject private KeptAuthority keptAuthority;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;

  /**
   * Decides, in the place of what was decided before; when this returns, that is durable.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may not; NOT_FOUND when the
   *     caller sees no such edition or there is no such authority, WITHDRAWN when it saw the
   *     edition before or the authority was erased, NOT_IN_USE when that was merged; OUT_OF_RANGE
   *     when the edition is not spelled so, or when who is not to be meant is not recognised in it;
   *     MISSING when the spelling of who is not recognised is left out
   */
  @Transactional
  public void decide(Caller caller, EditionId edition, Decision decision) {
    Version version = decidedEdition.find(caller, edition);
    keptAuthority.inUse(decision.authority(), "authority");
    mustFit(decision, version);
    decisions.put(edition, decision, caller.name());
    decidedEdition.askForIndexing(edition, decision);
  }

  private void mustFit(Decision decision, Version version) {
    String spelling = decision.spelling();
    if (spelling != null) {
      if (!names.isSpelled(spelling, version)) {
        throw new Refusal(
            Reason.OUT_OF_RANGE, "text", "must stand in the edition by itself", spelling);
      }
      return;
    }
    boolean recognised = names.in(version, List.of()).authorities().contains(decision.authority());
    if (!recognised && decision.isConfirmed()) {
      throw new Refusal(
          Reason.MISSING,
          "text",
          "must be present where no name of the authority is recognised",
          "");
    }
    if (!recognised) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "authority",
          "must be recognised in the edition to be rejected",
          decision.authority().toString());
    }
  }
}
