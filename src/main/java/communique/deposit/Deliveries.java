package communique.deposit;

import communique.access.Caller;
import communique.archive.Offices;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes in many versions of all sorts at once, by the rules of the use cases for one. */
@NeedsDatabase
@ApplicationScoped
public class Deliveries {
  @Inject private Offices offices;
  @Inject private DepositBriefing depositBriefing;
  @Inject private AddEdition addEdition;
  @Inject private CorrectBriefing correctBriefing;
  @Inject private Intake intake;

  /**
   * Keeps what can be kept, within the caller's transaction; a refusal of one leaves the others and
   * the transaction as they are.
   *
   * @param deliveries each has a depositor's reference, no two the same, and none builds on another
   * @return what became of them, in the same order
   */
  public List<Outcome> take(Caller caller, List<Delivery> deliveries) {
    Outcome[] outcomes = new Outcome[deliveries.size()];
    List<Hand> hands = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Map<OfficeCode, Optional<Refusal>> known = new HashMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      Delivery delivery = deliveries.get(i);
      try {
        known
            .computeIfAbsent(delivery.submission().office(), this::unknown)
            .ifPresent(Deliveries::refuse);
        hands.add(hand(caller, delivery).claiming(delivery.claim()));
        places.add(i);
      } catch (Refusal refusal) {
        outcomes[i] = new Outcome.Refused(refusal);
      }
    }
    List<Outcome> taken = intake.takeAll(hands);
    for (int i = 0; i < taken.size(); i++) {
      outcomes[places.get(i)] = taken.get(i);
    }
    return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
  }

  private Hand hand(Caller caller, Delivery delivery) {
    BriefingSubmission submission = delivery.submission();
    Delivery.Place place = delivery.place();
    if (place instanceof Delivery.NewEdition edition) {
      return addEdition.hand(caller, edition.briefing(), submission.edition());
    }
    if (place instanceof Delivery.NextVersion next) {
      return correctBriefing.hand(
          caller,
          next.briefing(),
          new CorrectionSubmission(
              new Base.Numbered(next.base()), next.significance(), submission.edition()));
    }
    if (place instanceof Delivery.Nowhere nowhere) {
      caller.mustDepositFor(submission.office());
      return new Hand(
          "",
          caller,
          delivery.about(),
          submission.edition(),
          () -> {
            throw nowhere.why();
          });
    }
    return depositBriefing.hand(caller, submission);
  }

  private Optional<Refusal> unknown(OfficeCode office) {
    try {
      offices.mustExist(office);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
  }

  private static void refuse(Refusal refusal) {
    throw refusal;
  }
}
