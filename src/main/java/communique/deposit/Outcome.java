package communique.deposit;

import communique.briefing.Receipt;
import communique.briefing.Refusal;

/** What became of one of several hand-overs. */
public sealed interface Outcome {

  /** The receipt; or the refusal is thrown. */
  Receipt receipt();

  /**
   * It is kept.
   *
   * @param repeated whether it had been kept before
   */
  record Kept(Receipt receipt, boolean repeated) implements Outcome {}

  /** Nothing of it is kept. */
  record Refused(Refusal refusal) implements Outcome {
    @Override
    public Receipt receipt() {
      throw refusal;
    }
  }
}
