package communique.deposit;

import communique.briefing.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes in versions within a transaction of their own. */
@ApplicationScoped
class CommittedIntake {
  @Inject private Intake intake;

  /**
   * Keeps a version; when this returns, it is durable.
   *
   * @throws communique.briefing.Refusal when it is not kept
   */
  @Transactional
  Receipt take(Hand hand) {
    return intake.take(hand);
  }

  /**
   * Keeps versions; when this returns, they are durable.
   *
   * @param outcomes gets what became of them, in the same order, before all is committed: when it
   *     is empty after a failure, nothing is kept
   */
  @Transactional
  void take(List<Hand> hands, List<Outcome> outcomes) {
    outcomes.addAll(intake.takeAll(hands));
  }
}
