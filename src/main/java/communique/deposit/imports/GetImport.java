package communique.deposit.imports;

import communique.access.Caller;
import communique.access.Role;
import communique.access.Scope;
import communique.archive.imports.ImportJobs;
import communique.archive.imports.ImportNotes;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import communique.briefing.imports.ImportNote;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tells how far an import has come, and what its report says so far. */
@NeedsDatabase
@ApplicationScoped
public class GetImport {
  @Inject private ImportJobs jobs;
  @Inject private ImportNotes notes;

  /**
   * The import. In a transaction of its own when there is none, so that who asks holds no
   * connection afterwards.
   *
   * @throws Refusal NOT_FOUND when there is none that is the caller's, or the caller's to look
   *     after
   */
  @Transactional
  public ImportJob get(Caller caller, UUID id) {
    caller.mustHaveAccount();
    boolean keeps =
        (caller.role() == Role.ARCHIVIST || caller.role() == Role.ADMINISTRATOR)
            && caller.scope().equals(Scope.WHOLE);
    return jobs.find(id)
        .filter(job -> keeps || job.owner().equals(caller.name()))
        .orElseThrow(
            () -> new Refusal(Reason.NOT_FOUND, "import", "must be an import here", id.toString()));
  }

  /**
   * A part of its report, in the order of the file.
   *
   * @param line behind which to begin; with it, the place within it
   * @throws Refusal as above
   */
  public List<ImportNote> report(Caller caller, UUID id, long line, int place, int limit) {
    get(caller, id);
    return notes.after(id, line, place, limit);
  }
}
