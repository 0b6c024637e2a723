package communique.archive;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;

/**
 * What was handed over before under a depositor's reference.
 *
 * @param reference the depositor's own
 * @param fingerprint of what was handed over
 * @param erased whether it has been erased since
 */
public record Earlier(String reference, Digest fingerprint, Receipt receipt, boolean erased) {

  /**
   * The receipt, if a hand-over is a repeat.
   *
   * @throws Refusal REFERENCE_REUSED when something else is handed over; it tells both digests
   */
  public Receipt repeatedBy(Handover handover) {
    if (!fingerprint.equals(handover.fingerprint())) {
      throw new Refusal(
          Reason.REFERENCE_REUSED,
          "depositorReference",
          "was used for other content: digest "
              + fingerprint
              + ", and now "
              + handover.fingerprint(),
          reference);
    }
    return receipt;
  }
}
