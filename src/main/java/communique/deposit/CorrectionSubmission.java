package communique.deposit;

import communique.briefing.Significance;

/**
 * A further version of an edition, as it is handed over.
 *
 * @param base which version its sender has corrected
 * @param significance how much it matters to those who have read that
 */
public record CorrectionSubmission(
    Base base, Significance significance, EditionSubmission edition) {}
