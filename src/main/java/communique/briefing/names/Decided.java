package communique.briefing.names;

import java.time.Instant;

/**
 * A decision that holds now.
 *
 * @param by the account that decided
 */
public record Decided(Decision decision, Instant at, String by) {}
