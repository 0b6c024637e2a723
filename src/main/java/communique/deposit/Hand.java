package communique.deposit;

import communique.access.Caller;
import communique.archive.Handover;
import communique.briefing.Briefing;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import communique.journal.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over of a version.
 *
 * @param verb the use case, with what else its caller said of it
 * @param briefing to which the edition belongs; a new one has no reference code yet
 * @param opening finds the version's place in the record
 * @param claim what a repeat is recognised by besides its content; absent when that is all of this
 */
record Hand(
    String verb,
    Caller caller,
    Briefing briefing,
    EditionSubmission edition,
    Opening opening,
    @Nullable Claim claim) {

  Hand(String verb, Caller caller, Briefing briefing, EditionSubmission edition, Opening opening) {
    this(verb, caller, briefing, edition, opening, null);
  }

  /** The same, recognised by what its sender said rather than by where it goes in the record. */
  Hand claiming(Claim said) {
    return new Hand(verb, caller, briefing, edition, opening, said);
  }

  /**
   * What a sender says of a version that does not know its place in the record.
   *
   * @param terms in a form of the sender's own
   * @param about the briefing, as far as the sender tells it
   */
  record Claim(String terms, Briefing about) {}

  /** Finds the place of a version: locks what it must, and refuses what must not be added. */
  @FunctionalInterface
  interface Opening {
    /**
     * Called after repeats were answered, before anything is kept.
     *
     * @throws Refusal when the version must not be added
     */
    Spot find();
  }

  /** Whether files belong to it, handed over with it or before. */
  boolean bringsFiles() {
    return !edition.uploads().isEmpty()
        || edition.content().placements().stream().anyMatch(each -> each.file() != null);
  }

  /** In which way it came, for the journal: whoever imports says all with a claim. */
  Lane lane() {
    return claim == null ? Lane.SINGLE : Lane.IMPORTED;
  }

  /** The name of the use case, for the journal. */
  String useCase() {
    int end = verb.indexOf('\n');
    return end < 0 ? verb : verb.substring(0, end);
  }

  /** What a repeat is recognised by: all that the sender said. */
  Handover handover(Content content) {
    String reference = edition.reference();
    // Of a new briefing only what its office says counts, or no repeat would be recognised.
    Briefing known = briefing.reference().isEmpty() ? briefing.unidentified() : briefing;
    Briefing about = claim == null ? known : claim.about().unidentified();
    byte[] said =
        VersionJson.write(
            new Version(
                about, edition.language(), edition.translation(), 1, null, content, Instant.EPOCH));
    String terms =
        (claim == null ? verb : claim.terms()) + "\n" + edition.embargo() + "\n" + Digest.of(said);
    Digest fingerprint = Digest.of(terms.getBytes(StandardCharsets.UTF_8));
    return new Handover(caller.name(), reference, fingerprint);
  }
}
