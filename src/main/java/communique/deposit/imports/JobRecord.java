package communique.deposit.imports;

import communique.archive.imports.ImportJobs;
import communique.archive.imports.ParkedLines;
import communique.briefing.imports.ImportJob;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single steps of a job, each in a transaction of its own. */
@NeedsDatabase
@ApplicationScoped
class JobRecord {
  @Inject private ImportJobs jobs;
  @Inject private ParkedLines parked;

  @Transactional
  public Optional<UUID> claim(UUID holder) {
    return jobs.claim(holder);
  }

  @Transactional
  public Optional<ImportJob> find(UUID id) {
    return jobs.find(id);
  }

  /** The lines of a job that are done although some before them are not. */
  @Transactional
  public Set<Long> ahead(UUID id) {
    return jobs.ahead(id);
  }

  /**
   * Lengthens the lease of a job.
   *
   * @return whether it is still this node's
   */
  @Transactional
  public boolean renew(UUID id, UUID holder) {
    return jobs.renew(id, holder);
  }

  /** Lets other nodes go on with what this one was at. */
  @Transactional
  public void release(UUID holder) {
    jobs.release(holder);
  }

  @Transactional
  public boolean end(UUID id, ImportJob.State state, @Nullable String failure) {
    return jobs.end(id, state, failure);
  }

  @Transactional
  public List<RawLine> parked(UUID id, int most) {
    return parked.next(id, most).stream()
        .map(line -> new RawLine(line.number(), line.file(), RawLine.Form.OBJECT, line.content()))
        .toList();
  }
}
