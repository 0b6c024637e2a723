package communique.deposit.imports;

import communique.access.Caller;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import communique.database.NeedsDatabase;
import communique.media.ImportFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends an import before its file does. What was kept stays. */
@NeedsDatabase
@ApplicationScoped
public class CancelImport {
  @Inject private GetImport getImport;
  @Inject private JobRecord record;
  @Inject private ImportFiles files;

  /**
   * Ends the import; one that is over stays as it is.
   *
   * @throws Refusal NOT_FOUND when there is none that is the caller's, or the caller's to look
   *     after
   */
  public ImportJob cancel(Caller caller, UUID id) {
    getImport.get(caller, id);
    // Committed by then: no rollback brings a file back.
    if (record.end(id, ImportJob.State.CANCELLED, null)) {
      files.drop(id);
    }
    return getImport.get(caller, id);
  }
}
