package communique.deposit;

import communique.archive.Earlier;
import communique.archive.Filing;
import communique.archive.Handover;
import communique.briefing.Briefing;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.Issued;
import communique.briefing.MediaFile;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.journal.Entry;
import communique.media.MediaStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hand-over on its way into the record, step by step; closing drops files that were not kept. */
final class Taking implements AutoCloseable {
  private final Hand hand;
  private @Nullable StagedPlacements staged;
  private @Nullable Handover handover;
  private @Nullable Spot spot;
  private @Nullable Version version;
  private @Nullable Filing filing;
  private @Nullable Digest digest;
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

  void stage(MediaStore media, Map<Digest, MediaFile> known) {
    attempt(
        () -> {
          StagedPlacements files = StagedPlacements.of(hand.edition(), media, known);
          staged = files;
          handover = hand.handover(files.content());
        });
  }

  void recognise(Map<String, Earlier> earlier) {
    Handover mine = given(handover);
    Earlier before = mine.reference() == null ? null : earlier.get(mine.reference());
    if (before != null) {
      attempt(() -> outcome = new Outcome.Kept(before.repeatedBy(mine), true));
    }
  }

  void find() {
    attempt(() -> spot = hand.opening().find());
  }

  boolean isNewBriefing() {
    return hand.briefing().reference().isEmpty();
  }

  /** The day the briefing is filed under. */
  LocalDate day(Instant now) {
    LocalDate filed = spot().dated();
    Issued issued = hand.edition().content().issued();
    LocalDate event = spot().briefing().eventDate();
    return filed != null
        ? filed
        : issued != null
            ? issued.date()
            : event != null ? event : LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  void number(String reference, Instant now) {
    spot = spot().numbered(reference, day(now));
  }

  /** Makes the version; its place must have its reference code by now. */
  void write(Instant now) {
    Spot at = spot();
    Content content = given(staged).content();
    version =
        new Version(
            at.briefing(),
            hand.edition().language(),
            at.translation(),
            at.number(),
            at.significance(),
            content,
            now);
    // An embargo that has passed is none.
    Instant embargo = at.embargo() != null && at.embargo().isAfter(now) ? at.embargo() : null;
    filing = new Filing(day(now), embargo, at.withdrawnAt(), hand.caller().name());
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
    return given(digest);
  }

  void digested(Digest made) {
    digest = made;
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
        hand.caller().name());
  }

  Receipt received(UUID id, long ledgerPosition) {
    Version made = version();
    Receipt receipt =
        new Receipt(
            id,
            made.briefing().id(),
            made.briefing().reference(),
            made.language(),
            made.number(),
            digest(),
            made.acceptedAt(),
            ledgerPosition);
    outcome = new Outcome.Kept(receipt, false);
    return receipt;
  }

  void keepFiles() {
    given(staged).keep();
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
