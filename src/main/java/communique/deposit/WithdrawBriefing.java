package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Newest;
import communique.archive.Notices;
import communique.archive.Overviews;
import communique.archive.Withdrawals;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a briefing out of sight, in all its editions or in one. The record of it, the reason and
 * its addresses stay.
 */
@NeedsDatabase
@ApplicationScoped
public class WithdrawBriefing {
  @Inject private Target target;
  @Inject private Overviews overviews;
  @Inject private Notices notices;
  @Inject private Withdrawals withdrawals;
  @Inject private Announcement announcement;

  /**
   * Withdraws the briefing; when this returns, that is durable. Repeating it with the same reason
   * gives the same notice again.
   *
   * @param language of the one edition that is meant, while the others stay; absent for all
   * @param reason for everybody, at most 2,000 characters
   * @param titleShown whether its office lets the headline be told further on
   * @return what stands in its place from now on
   * @throws Refusal NOT_FOUND when the caller sees no such briefing or it has no such edition,
   *     ALREADY_WITHDRAWN when it was withdrawn for another reason; also when the caller may not
   */
  @Settled
  @Transactional
  public Notice withdraw(
      Caller caller, UUID id, @Nullable LanguageTag language, String reason, boolean titleShown) {
    Briefing briefing = target.find(caller, id, Action.WITHDRAW);
    caller.mustWithdrawFor(briefing.office());
    Notice.Scope scope = new Notice.Scope(language, null);
    List<Newest> editions =
        Target.meant(scope, target.lock(briefing)).stream()
            .filter(edition -> edition.withdrawnAt() == null)
            .toList();
    if (editions.isEmpty()) {
      return again(id, scope, reason);
    }
    Notice notice =
        announcement.next(
            briefing,
            scope,
            new Announcement.Word(
                Notice.State.WITHDRAWN, reason, titleShown ? title(id, language) : null));
    withdrawals.withdraw(id, language, notice.at());
    announcement.make("WithdrawBriefing", caller, notice, editions);
    return notice;
  }

  private Notice again(UUID id, Notice.Scope scope, String reason) {
    return notices
        .last(id, scope.language())
        .filter(last -> last.scope().equals(scope) && last.reason().equals(reason))
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.ALREADY_WITHDRAWN, "briefing", "must not be withdrawn yet", "" + id));
  }

  // That of the original, where there is one: what everybody saw last, not what waits.
  private @Nullable String title(UUID id, @Nullable LanguageTag only) {
    return overviews.of(id, Caller.ANONYMOUS.visibility()).stream()
        .flatMap(overview -> overview.editions().stream())
        .filter(edition -> only == null || edition.language().equals(only))
        .min(Comparator.comparing(edition -> !edition.isOriginal()))
        .map(Overview.Edition::headline)
        .orElse(null);
  }
}
