package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Newest;
import communique.archive.Withdrawals;
import communique.briefing.Briefing;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows a withdrawn briefing again. */
@NeedsDatabase
@ApplicationScoped
public class ReinstateBriefing {
  @Inject private Target target;
  @Inject private Withdrawals withdrawals;
  @Inject private Announcement announcement;

  /**
   * Reinstates the briefing; when this returns, that is durable.
   *
   * @param reason for everybody, at most 2,000 characters
   * @throws Refusal NOT_FOUND or WITHDRAWN when the caller does not see the briefing, NOT_WITHDRAWN
   *     when it is shown; also when the caller may not
   */
  @Settled
  @Transactional
  public Notice reinstate(Caller caller, UUID id, String reason) {
    Briefing briefing = target.find(caller, id, Action.WITHDRAW);
    caller.mustWithdrawFor(briefing.office());
    List<Newest> editions = target.lock(briefing);
    if (editions.stream().allMatch(edition -> edition.withdrawnAt() == null)) {
      throw new Refusal(Reason.NOT_WITHDRAWN, "briefing", "must be withdrawn", id.toString());
    }
    Notice notice =
        announcement.next(
            briefing,
            Notice.Scope.ALL,
            new Announcement.Word(Notice.State.REINSTATED, reason, null));
    withdrawals.reinstate(id);
    // What became public meanwhile is shown from here on.
    announcement.make("ReinstateBriefing", caller, notice, target.lock(briefing));
    return notice;
  }
}
