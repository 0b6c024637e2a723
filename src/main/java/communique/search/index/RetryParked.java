package communique.search.index;

import communique.access.Caller;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.index.RefusedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has documents tried again that Elasticsearch refused time and again. */
@NeedsDatabase
@ApplicationScoped
public class RetryParked {
  @Inject private RefusedDocuments refused;

  /**
   * Has them tried again soon.
   *
   * @param briefing those of this one; absent for all
   * @throws Refusal when the caller is not an administrator
   */
  @Transactional
  public void retry(Caller caller, @Nullable UUID briefing) {
    caller.mustAdminister();
    refused.retry(briefing);
  }
}
