package communique.deposit;

import communique.briefing.Briefing;
import communique.briefing.Significance;
import communique.briefing.Translation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the record a version goes.
 *
 * @param briefing a new one has no reference code yet
 * @param dated the day the briefing is filed under; absent for a new one
 * @param number of the version; 1 opens an edition
 * @param significance of a correction
 * @param translation what the version was translated from, as far as the record knows
 * @param embargo the instant before which the version is not public
 * @param withdrawnAt when the edition is withdrawn at present
 */
record Spot(
    Briefing briefing,
    @Nullable LocalDate dated,
    int number,
    @Nullable Significance significance,
    @Nullable Translation translation,
    @Nullable Instant embargo,
    @Nullable Instant withdrawnAt) {

  /**
   * Where the first version of a new briefing goes.
   *
   * @throws communique.briefing.Refusal OUT_OF_RANGE when it says that it comes from itself
   */
  static Spot first(Briefing unnumbered, EditionSubmission edition) {
    Translation translation = Origin.of(edition.translation(), edition.language(), List.of());
    return new Spot(unnumbered, null, 1, null, translation, edition.embargo(), null);
  }

  boolean isNewBriefing() {
    return briefing.reference().isEmpty();
  }

  Spot numbered(String reference, LocalDate day) {
    return new Spot(
        briefing.withReference(reference),
        day,
        number,
        significance,
        translation,
        embargo,
        withdrawnAt);
  }
}
