package communique.deposit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Caller;
import communique.archive.Offices;
import communique.briefing.Briefing;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes in briefings with their first editions. */
@NeedsDatabase
@ApplicationScoped
public class DepositBriefing {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Offices offices;
  @Inject private SharedIntake shared;
  @Inject private CommittedIntake alone;

  /**
   * Keeps the briefing; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * @throws Refusal when the caller may not, the content breaks a rule, or the depositor's
   *     reference was used for something else; then nothing is kept
   */
  public Receipt deposit(Caller caller, BriefingSubmission submission) {
    Hand hand = hand(caller, submission);
    offices.mustExist(submission.office());
    return hand.bringsFiles() ? alone.take(hand) : shared.take(hand);
  }

  /** The office must exist. */
  Hand hand(Caller caller, BriefingSubmission submission) {
    caller.mustDepositFor(submission.office());
    Briefing unnumbered =
        new Briefing(
            IDENTITIES.generate(),
            "",
            submission.office(),
            submission.kind(),
            submission.eventDate());
    return new Hand(
        "DepositBriefing",
        caller,
        unnumbered,
        submission.edition(),
        () -> Spot.first(unnumbered, submission.edition()));
  }
}
