package communique.preservation;

import communique.access.Caller;
import communique.archive.MediaFaults;
import communique.briefing.MediaCheck;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells what the check of the files has found. */
@NeedsDatabase
@ApplicationScoped
public class GetMediaCheck {
  @Inject private MediaFaults faults;

  /**
   * The last check, and what is missing or damaged now.
   *
   * @throws Refusal when the caller is not an administrator
   */
  public MediaCheck get(Caller caller) {
    caller.mustAdminister();
    return faults.report();
  }
}
