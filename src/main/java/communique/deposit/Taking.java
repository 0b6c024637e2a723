package communique.deposit;

import communique.archive.Deposit;
import communique.archive.Earlier;
import communique.archive.Filing;
import communique.archive.Handover;
import communique.archive.KnownFile;
import communique.archive.Numbering;
import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.Issued;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.journal.Entry;
import communique.media.MediaStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hand-over on its way into the record, step by step; closing drops files that were not kept. */
final class Taking implements AutoCloseable {
  private final Hand hand;
  private @Nullable StagedPlacements staged;
  private @Nullable Handover handover;
  private @Nullable Spot spot;
  private @Nullable Version version;
  private @Nullable Filing filing;
  private @Nullable Stored stored;
  private @Nullable Receipt receipt;
  private @Nullable Outcome outcome;

  Taking(Hand hand) {
    this.hand = hand;
  }

  Hand hand() {
    return hand;
  }

  /** Whether nothing has been decided yet. */
  boolean isOpen() {
    return outcome == null;
  }

  void stage(MediaStore media, Map<Digest, KnownFile> known) {
    attempt(
        () -> {
          StagedPlacements files = StagedPlacements.of(hand.edition(), media, known);
          staged = files;
          handover = hand.handover(files.content());
        });
  }

  void recognise(Map<String, Earlier> earlier) {
    String reference = hand.edition().reference();
    Earlier before = reference == null ? null : earlier.get(reference);
    Handover mine = handover;
    if (before == null) {
      return;
    }
    if (mine != null) {
      attempt(() -> outcome = new Outcome.Kept(before.repeatedBy(mine), true));
    } else if (before.erased()) {
      // The files it names are gone with it, so that it cannot be told apart from another any more.
      outcome = new Outcome.Kept(before.receipt(), true);
    }
  }

  /** After repeats were recognised: what was kept before a recall is still the same hand-over. */
  void refuseRecalled(Map<Digest, KnownFile> known) {
    attempt(() -> StagedPlacements.mustNotBeRecalled(hand, known));
  }

  void find() {
    attempt(() -> spot = hand.opening().find());
  }

  /** The files that it shows. */
  Stream<MediaFile> files() {
    return given(staged).content().placements().stream()
        .map(Placement::file)
        .filter(Objects::nonNull);
  }

  /** Moves the files that came with it into the store; they must be held. */
  void keepFiles() {
    given(staged).keep();
  }

  boolean isNewBriefing() {
    return hand.briefing().reference().isEmpty();
  }

  /** By what a new briefing is numbered. */
  Numbering.Series series() {
    LocalDate known = knownDay();
    return new Numbering.Series(hand.briefing().office(), known == null ? null : known.getYear());
  }

  // The day the briefing is filed under, as far as its sender tells it.
  private @Nullable LocalDate knownDay() {
    LocalDate filed = spot().dated();
    Issued issued = hand.edition().content().issued();
    return filed != null ? filed : issued != null ? issued.date() : spot().briefing().eventDate();
  }

  /** Makes the version; a new briefing gets the next reference code of its series. */
  void write(Numbering numbering) {
    Instant now = numbering.now();
    LocalDate known = knownDay();
    LocalDate day = known == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : known;
    Spot found = spot();
    Spot at =
        isNewBriefing()
            ? found.numbered(numbering.next(found.briefing().office(), day.getYear()), day)
            : found;
    Version made =
        new Version(
            at.briefing(),
            hand.edition().language(),
            at.translation(),
            at.number(),
            at.significance(),
            given(staged).content(),
            now);
    // An embargo that has passed is none.
    Instant embargo = at.embargo() != null && at.embargo().isAfter(now) ? at.embargo() : null;
    Filing noted = new Filing(day, embargo, at.withdrawnAt(), hand.caller().name());
    version = made;
    filing = noted;
    stored = Deposit.canonical(made, noted);
  }

  Spot spot() {
    return given(spot);
  }

  Version version() {
    return given(version);
  }

  Filing filing() {
    return given(filing);
  }

  Handover handover() {
    return given(handover);
  }

  Digest digest() {
    return given(stored).digest();
  }

  Entry entry() {
    Version made = version();
    Briefing briefing = made.briefing();
    return new Entry(
        hand.useCase(),
        new Entry.Edition(
            briefing.id(), made.language(), briefing.office(), made.content().section()),
        made.number(),
        made.significance(),
        filing().isOpen(),
        hand.caller().name(),
        hand.lane());
  }

  void received(UUID id, long ledgerPosition) {
    Version made = version();
    Receipt told =
        new Receipt(
            id,
            made.briefing().id(),
            made.briefing().reference(),
            made.language(),
            made.number(),
            digest(),
            made.acceptedAt(),
            ledgerPosition,
            filing().embargo());
    receipt = told;
    outcome = new Outcome.Kept(told, false);
  }

  /** All of it, to be kept. */
  Deposit deposit() {
    return new Deposit(
        version(),
        given(stored),
        filing(),
        hand.edition().original(),
        handover(),
        given(receipt),
        isNewBriefing());
  }

  Outcome outcome() {
    return given(outcome);
  }

  @Override
  public void close() {
    if (staged != null) {
      staged.close();
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Refusal refusal) {
      outcome = new Outcome.Refused(refusal);
    }
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a step of taking in was left out");
    }
    return value;
  }
}
