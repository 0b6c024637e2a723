package communique.deposit.imports;

import communique.access.Accounts;
import communique.access.Caller;
import communique.archive.imports.ImportGroups;
import communique.archive.imports.ImportJobs;
import communique.archive.imports.ImportNotes;
import communique.archive.imports.ParkedLines;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import communique.database.NeedsDatabase;
import communique.deposit.Deliveries;
import communique.deposit.Delivery;
import communique.deposit.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes in some lines of an import, and notes in the same transaction that it has. */
@NeedsDatabase
@ApplicationScoped
class ImportBatch {
  @Inject private Accounts accounts;
  @Inject private ImportJobs jobs;
  @Inject private ImportNotes notes;
  @Inject private ImportGroups groups;
  @Inject private ParkedLines parked;
  @Inject private Deliveries deliveries;

  /**
   * Takes lines of the file in.
   *
   * @param lines none of which builds on another
   * @throws LostJob when the job is not this node's any more; then nothing was done
   * @throws Refusal NOT_ALLOWED when the owner's account is gone
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void take(ImportJob job, UUID holder, List<Reading.Line> lines, Progress progress) {
    Tally tally = new Tally(progress);
    decide(job, lines, tally, true);
    parked.add(job.id(), tally.parked().stream().map(Placing::parked).toList());
    finish(job, holder, tally, lines);
  }

  /** Takes in a line that was parked; one that still has nothing to build on is refused. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void takeParked(ImportJob job, UUID holder, Reading.Line line) {
    Tally tally = new Tally(Progress.NONE);
    decide(job, List.of(line), tally, false);
    unpark(job, holder, tally, line);
  }

  /** Refuses a line that could not be taken in although no rule is broken. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void giveUp(
      ImportJob job, UUID holder, Reading.Line line, Progress progress, Refusal why) {
    Tally tally = new Tally(progress);
    tally.refuse(line, why);
    finish(job, holder, tally, List.of(line));
  }

  /** The same, of a line that was parked. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void giveUpParked(ImportJob job, UUID holder, Reading.Line line, Refusal why) {
    Tally tally = new Tally(Progress.NONE);
    tally.refuse(line, why);
    unpark(job, holder, tally, line);
  }

  private void decide(ImportJob job, List<Reading.Line> all, Tally tally, boolean parking) {
    List<Reading.Line> lines = tally.refuseUnreadable(all);
    Caller caller = caller(job);
    List<ImportGroups.Group> named = Placing.groups(lines);
    groups.lock(job.owner(), named);
    Placing placing = new Placing(groups.find(job.owner(), named), parking);
    List<Reading.Line> now = lines.stream().filter(line -> !tally.parks(line, placing)).toList();
    List<Delivery> sent = now.stream().map(placing::delivery).toList();
    List<Outcome> outcomes = deliveries.take(caller, sent);
    Map<ImportGroups.Group, UUID> opened = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      tally.add(now.get(i), outcomes.get(i));
      if (outcomes.get(i) instanceof Outcome.Kept kept) {
        open(now.get(i), kept.receipt(), opened);
      }
    }
    groups.add(job.owner(), opened);
  }

  private static void open(
      Reading.Line line, Receipt receipt, Map<ImportGroups.Group, UUID> opened) {
    ImportGroups.Group group = Objects.requireNonNull(line.reading()).named();
    if (group != null) {
      opened.put(group, receipt.briefing());
    }
  }

  // It was counted as done when it was parked.
  private void unpark(ImportJob job, UUID holder, Tally tally, Reading.Line line) {
    parked.remove(job.id(), line.raw().number());
    tally.unpark();
    finish(job, holder, tally, List.of());
  }

  private void finish(ImportJob job, UUID holder, Tally tally, List<Reading.Line> done) {
    notes.add(job.id(), tally.notes());
    List<Long> numbers = done.stream().map(line -> line.raw().number()).toList();
    if (!jobs.advance(job.id(), holder, tally.counts(), numbers)) {
      throw new LostJob();
    }
  }

  private Caller caller(ImportJob job) {
    return accounts
        .find(job.owner())
        .filter(account -> !account.closed())
        .map(
            account ->
                new Caller(account.name(), account.role(), account.offices(), jobs.scope(job.id())))
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_ALLOWED, "owner", "must have an account still", job.owner()));
  }

  /** The job has ended or another node has taken it over. */
  static final class LostJob extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostJob() {
      super("the import was ended, or is another node's now");
    }
  }
}
