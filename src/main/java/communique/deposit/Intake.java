package communique.deposit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Caller;
import communique.archive.Deposits;
import communique.archive.Handover;
import communique.briefing.Briefing;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.media.MediaStore;
import communique.proof.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What all verbs that take in a first version have in common. */
@ApplicationScoped
class Intake {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Deposits deposits;
  @Inject private Journal journal;
  @Inject private Ledger ledger;
  @Inject private MediaStore media;

  /**
   * Keeps a first version within the caller's transaction. What makes others wait comes last: the
   * number of a new briefing, then the tails of journal and ledger.
   *
   * @param opening gives the briefing as late as can be
   */
  Receipt take(Order order, EditionSubmission edition, Opening opening) {
    try (StagedPlacements staged = StagedPlacements.of(edition, media)) {
      Handover handover = handover(order, edition, staged.content());
      Optional<Receipt> earlier = deposits.earlier(handover);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      opening.check();
      Instant now = deposits.now();
      deposits.addEdition(order.briefing().id(), edition.language(), edition.translation());
      deposits.addMedia(staged.content().placements());
      Version version = version(opening.at(now), edition, staged.content(), now);
      Digest digest = deposits.addVersion(version, edition.embargo(), order.caller().name());
      Receipt receipt = receipt(order, version, digest);
      deposits.add(receipt, handover);
      staged.keep();
      return receipt;
    }
  }

  private Receipt receipt(Order order, Version version, Digest digest) {
    UUID briefing = version.briefing().id();
    journal.append(
        new Entry(
            order.verb(), briefing, version.language(), version.number(), order.caller().name()));
    return new Receipt(
        IDENTITIES.generate(),
        briefing,
        version.briefing().reference(),
        version.language(),
        version.number(),
        digest,
        version.acceptedAt(),
        ledger.append(digest));
  }

  private static Version version(
      Briefing briefing, EditionSubmission edition, Content content, Instant now) {
    return new Version(briefing, edition.language(), edition.translation(), 1, content, now);
  }

  private static Handover handover(Order order, EditionSubmission edition, Content content) {
    String reference = edition.reference();
    if (reference != null && (reference.isBlank() || reference.length() > 200)) {
      throw new Refusal(
          Reason.TOO_LONG, "depositorReference", "must have 1 to 200 characters", reference);
    }
    // Of a new briefing only what its office says counts, or no repeat would be recognised.
    Briefing briefing = order.isNew() ? order.briefing().unidentified() : order.briefing();
    byte[] said = VersionJson.write(version(briefing, edition, content, Instant.EPOCH));
    String terms = order.verb() + "\n" + edition.embargo() + "\n" + Digest.of(said);
    Digest fingerprint = Digest.of(terms.getBytes(StandardCharsets.UTF_8));
    return new Handover(order.caller().name(), reference, fingerprint);
  }

  /** The briefing to which the edition belongs. */
  @FunctionalInterface
  interface Opening {
    /** Refuses what must not be added, after a repeat was answered and before anything is kept. */
    default void check() {}

    /** The briefing, under its reference code. */
    Briefing at(Instant acceptance);
  }

  /**
   * What is to be done.
   *
   * @param verb the use case
   * @param briefing to which the edition belongs; a new one has no reference code yet
   */
  record Order(String verb, Caller caller, Briefing briefing) {

    boolean isNew() {
      return briefing.reference().isEmpty();
    }
  }
}
