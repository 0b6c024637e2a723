package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Newest;
import communique.briefing.Briefing;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Translation;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in the next version of an edition. The versions before it stay. */
@NeedsDatabase
@ApplicationScoped
public class CorrectBriefing {
  @Inject private Target target;
  @Inject private Editions record;
  @Inject private Intake intake;

  /**
   * Keeps the version; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * <p>As long as the version it corrects is under embargo, a correction without one of its own
   * gets the same, and to name another takes the right to change embargoes. A correction with a
   * later embargo waits for that while the public goes on seeing the version before. A withdrawn
   * briefing can be corrected and stays withdrawn. A correction of a translation that does not say
   * again what it was made from was made from the same.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such edition, VERSION_CHANGED when its newest
   *     version is not the one the sender has seen, MISSING when a major correction gives no
   *     reason, OUT_OF_RANGE when it cannot have been translated from what it says; also when the
   *     caller may not or the content breaks a rule; then nothing is kept
   */
  @Settled
  @Transactional
  public Receipt correct(Caller caller, UUID id, CorrectionSubmission correction) {
    return intake.take(hand(caller, id, correction));
  }

  Hand hand(Caller caller, UUID id, CorrectionSubmission correction) {
    caller.mustBeAbleTo(Action.CORRECT);
    Briefing briefing =
        target
            .handedOver(caller, id, correction.edition().reference())
            .orElseGet(
                () -> {
                  Briefing found = target.find(caller, id, Action.CORRECT);
                  caller.mustCorrectFor(found.office());
                  return found;
                });
    if (correction.significance() == Significance.MAJOR
        && correction.edition().content().reason() == null) {
      throw new Refusal(
          Reason.MISSING, "reason", "must tell the public why, for a major correction", "");
    }
    // Not what it was made from: whoever repeats it may have seen by then what became of it.
    String terms = "CorrectBriefing\n" + correction.significance();
    return new Hand(
        terms, caller, briefing, correction.edition(), () -> spot(caller, briefing, correction));
  }

  private Spot spot(Caller caller, Briefing briefing, CorrectionSubmission correction) {
    EditionSubmission edition = correction.edition();
    List<Newest> editions = target.lock(briefing);
    Newest newest =
        Editions.in(edition.language(), editions)
            .orElseThrow(() -> Target.noEdition(edition.language()));
    if (!correction.base().isMet(newest.number(), newest.digest())) {
      throw new Refusal(
          Reason.VERSION_CHANGED,
          "version",
          "must be made from the newest version, number " + newest.number(),
          correction.base().named());
    }
    return new Spot(
        briefing,
        newest.dated(),
        newest.number() + 1,
        correction.significance(),
        translation(caller, briefing, edition, editions),
        FurtherEmbargo.of(caller, briefing.office(), edition.embargo(), newest.embargo()),
        newest.withdrawnAt());
  }

  // Who corrects a translation and does not say again what it was made from does not deny it.
  private @Nullable Translation translation(
      Caller caller, Briefing briefing, EditionSubmission edition, List<Newest> editions) {
    Translation said = edition.translation();
    return said == null
        ? record.translation(briefing.id(), edition.language()).orElse(null)
        : Origin.of(said, edition.language(), sources(caller, briefing, said, editions));
  }

  // What is linked with the briefing is looked up only for what may have been made from it.
  private List<Newest> sources(
      Caller caller, Briefing briefing, Translation translation, List<Newest> editions) {
    return Editions.in(translation.from(), editions).isPresent()
        ? editions
        : target.linked(caller, briefing);
  }
}
