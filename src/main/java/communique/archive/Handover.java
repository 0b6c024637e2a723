package communique.archive;

import communique.briefing.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A depositor's act of handing over.
 *
 * @param depositor the account's name
 * @param reference the depositor's own, by which a repeat is recognised
 * @param fingerprint of all that was handed over, whoever hands it over and whenever
 */
public record Handover(String depositor, @Nullable String reference, Digest fingerprint) {}
