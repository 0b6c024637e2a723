package communique.deposit;

import communique.access.Caller;
import communique.briefing.Notice;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Erases, by an order of the law, what was said: from record, media, originals, and through the
 * journal from index and feeds. Digest, notice and journal stay, so that the gap can be explained.
 */
@NeedsDatabase
@ApplicationScoped
public class EraseBriefing {
  @Inject private ErasedRecord erasedRecord;

  /**
   * Erases; when this returns, that is durable. Files go after the record has: a fault between the
   * two leaves them marked, and the sweeper takes them, as it does when somebody holds one just
   * then.
   *
   * @return the notice that stands in its place
   * @throws Refusal NOT_FOUND when there is no such briefing or edition, STILL_CURRENT when a
   *     single version is named that is shown now: it must be corrected first; also when the caller
   *     is no administrator
   */
  @Settled
  public Notice erase(Caller caller, UUID briefing, Erasure erasure) {
    ErasedRecord.Erased erased = erasedRecord.erase(caller, briefing, erasure);
    erased.files().forEach(erasedRecord::drop);
    return erased.notice();
  }
}
