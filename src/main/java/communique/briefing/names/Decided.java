package communique.briefing.names;

import java.time.Instant;

/**
 * A decision that holds now.
 *
 * @param by the account that decided
 */
public record Decided(Decision decision, Instant at, String by) {

  /** The same for who must not know under which spelling the authority is meant. */
  public Decided withoutSpelling() {
    return new Decided(
        new Decision(decision.authority(), decision.verdict(), decision.role(), null), at, by);
  }
}
