package communique.deposit;

import communique.briefing.Briefing;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import java.util.UUID;

/**
 * One of many hand-overs, each of which goes somewhere else in the record.
 *
 * @param terms what its sender says of it besides the submission; together they tell a repeat
 * @param submission what is handed over; of an edition of a known briefing, only the edition counts
 */
public record Delivery(String terms, BriefingSubmission submission, Place place) {

  /** Where it goes. */
  public sealed interface Place {}

  /** It opens a briefing. */
  public record NewBriefing() implements Place {}

  /** It is a further edition. */
  public record NewEdition(UUID briefing) implements Place {}

  /**
   * It is the next version of an edition.
   *
   * @param base the number of the version before
   */
  public record NextVersion(UUID briefing, int base, Significance significance) implements Place {}

  /** It goes nowhere unless it is a repeat. */
  public record Nowhere(Refusal why) implements Place {}

  Hand.Claim claim() {
    return new Hand.Claim(terms, about());
  }

  Briefing about() {
    return new Briefing(
        new UUID(0, 0), "", submission.office(), submission.kind(), submission.eventDate());
  }
}
