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
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes in briefings with their first editions. */
@NeedsDatabase
@ApplicationScoped
public class DepositBriefing {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Offices offices;
  @Inject private Intake intake;

  /**
   * Keeps the briefing; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * @throws Refusal when the caller may not, the content breaks a rule, or the depositor's
   *     reference was used for something else; then nothing is kept
   */
  @Transactional
  public Receipt deposit(Caller caller, BriefingSubmission submission) {
    return intake.take(hand(caller, submission));
  }

  /**
   * Keeps many briefings of one caller within its transaction, faster than one by one.
   *
   * @param submissions no two with the same depositor's reference
   * @return what became of them, in the same order
   */
  List<Outcome> depositAll(Caller caller, List<BriefingSubmission> submissions) {
    return intake.takeAll(submissions.stream().map(each -> hand(caller, each)).toList());
  }

  private Hand hand(Caller caller, BriefingSubmission submission) {
    caller.mustDepositFor(submission.office());
    offices.mustExist(submission.office());
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
