package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Newest;
import communique.archive.Recalls;
import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import communique.database.NeedsDatabase;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes a single file of a briefing out of sight, such as a photo; the text stays as it is. */
@NeedsDatabase
@ApplicationScoped
public class RecallMedia {
  @Inject private Target target;
  @Inject private Recalls recalls;
  @Inject private Journal journal;

  /**
   * Recalls the file from all versions of the briefing, those to come included; when this returns,
   * that is durable. Where other briefings use the same file, it is shown there.
   *
   * @param reason for everybody, at most 2,000 characters
   * @throws Refusal NOT_FOUND when the caller sees no such briefing or it shows no such file; also
   *     when the caller may not
   */
  @Settled
  @Transactional
  public void recall(Caller caller, UUID id, Digest file, String reason) {
    Briefing briefing = target.find(caller, id, Action.WITHDRAW);
    caller.mustWithdrawFor(briefing.office());
    Text.required("reason", reason, 2000);
    List<Newest> editions = target.lock(briefing);
    List<Recalls.Recalled> recalled = recalls.recall(id, file, reason);
    if (recalled.isEmpty()) {
      throw new Refusal(
          Reason.NOT_FOUND, "sha256", "must be a file that the briefing shows", file.hex());
    }
    journal.append(
        recalled.stream()
            .flatMap(
                each ->
                    Editions.in(each.language(), editions)
                        .map(edition -> entry(briefing, edition, each.wasOpen(), caller))
                        .stream())
            .toList());
  }

  // Of a file that nobody has seen the public does not learn that it is recalled.
  private static Entry entry(Briefing briefing, Newest edition, boolean wasOpen, Caller caller) {
    return new Entry(
        "RecallMedia",
        new Entry.Edition(
            briefing.id(), edition.language(), briefing.office(), edition.told().section()),
        edition.told().version(),
        null,
        wasOpen && edition.withdrawnAt() == null,
        caller.name());
  }
}
