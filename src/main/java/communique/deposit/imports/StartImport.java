package communique.deposit.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Action;
import communique.access.Caller;
import communique.archive.Offices;
import communique.archive.imports.ImportJobs;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportForm;
import communique.briefing.imports.ImportJob;
import communique.briefing.imports.ImportTerms;
import communique.database.NeedsDatabase;
import communique.media.ImportFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Begins an import of old holdings. */
@NeedsDatabase
@ApplicationScoped
public class StartImport {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Offices offices;
  @Inject private ImportFiles files;
  @Inject private ImportJobs jobs;

  /**
   * Whether the caller may begin such an import; asked before its file is received.
   *
   * @throws Refusal NOT_ALLOWED without the right for all offices that are named, UNKNOWN_VALUE
   *     when there is no such office
   */
  public void check(Caller caller, ImportTerms terms) {
    caller.mustBeAbleTo(Action.DEPOSIT);
    for (OfficeCode office : terms.named()) {
      caller.mustDepositFor(office);
      offices.mustExist(office);
    }
  }

  /**
   * Receives the file; when this returns, it is durable and the import will be worked on, also
   * after a crash. Rights and rules of each line are looked at then.
   *
   * @throws Refusal when the caller may not, or the file is empty or too large
   */
  public UUID receive(Caller caller, ImportTerms terms, InputStream file) throws IOException {
    check(caller, terms);
    UUID id = IDENTITIES.generate();
    files.receive(id, file);
    return id;
  }

  /** Hands a file that was received over to who works on it. */
  @Transactional
  public ImportJob start(Caller caller, ImportTerms terms, ImportForm form, UUID file) {
    jobs.add(file, caller, terms, form, files.size(file));
    return jobs.find(file).orElseThrow();
  }
}
