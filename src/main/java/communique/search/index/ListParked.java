package communique.search.index;

import communique.access.Caller;
import communique.briefing.Refusal;
import communique.briefing.index.RefusedDocument;
import communique.database.NeedsDatabase;
import communique.journal.index.RefusedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tells which documents Elasticsearch refused time and again. */
@NeedsDatabase
@ApplicationScoped
public class ListParked {
  private static final int MOST = 1_000;

  @Inject private RefusedDocuments refused;

  /**
   * The first thousand, by briefing.
   *
   * @throws Refusal when the caller is not an administrator
   */
  @Transactional
  public List<RefusedDocument> list(Caller caller) {
    caller.mustAdminister();
    return refused.parked(MOST);
  }
}
