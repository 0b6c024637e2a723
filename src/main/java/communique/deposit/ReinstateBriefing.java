package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Newest;
import communique.archive.Withdrawals;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a withdrawn briefing, or a withdrawn edition of one, again. */
@NeedsDatabase
@ApplicationScoped
public class ReinstateBriefing {
  @Inject private Target target;
  @Inject private Withdrawals withdrawals;
  @Inject private Announcement announcement;

  /**
   * Reinstates the briefing; when this returns, that is durable.
   *
   * @param language of the one edition that is meant; absent for all that are withdrawn
   * @param reason for everybody, at most 2,000 characters
   * @throws Refusal NOT_FOUND or WITHDRAWN when the caller does not see the briefing, NOT_FOUND
   *     when it has no such edition, NOT_WITHDRAWN when it is shown; also when the caller may not
   */
  @Settled
  @Transactional
  public Notice reinstate(Caller caller, UUID id, @Nullable LanguageTag language, String reason) {
    Briefing briefing = target.find(caller, id, Action.WITHDRAW);
    caller.mustWithdrawFor(briefing.office());
    Notice.Scope scope = new Notice.Scope(language, null);
    Set<LanguageTag> withdrawn =
        Target.meant(scope, target.lock(briefing)).stream()
            .filter(edition -> edition.withdrawnAt() != null)
            .map(Newest::language)
            .collect(Collectors.toSet());
    if (withdrawn.isEmpty()) {
      throw new Refusal(Reason.NOT_WITHDRAWN, "briefing", "must be withdrawn", id.toString());
    }
    Notice notice =
        announcement.next(
            briefing, scope, new Announcement.Word(Notice.State.REINSTATED, reason, null));
    Set<LanguageTag> corrected = withdrawals.corrected(id, language);
    withdrawals.reinstate(id, language);
    // What became public meanwhile is shown from here on.
    List<Newest> shown =
        target.lock(briefing).stream()
            .filter(edition -> withdrawn.contains(edition.language()))
            .toList();
    announcement.make("ReinstateBriefing", caller, notice, shown, corrected);
    return notice;
  }
}
