package communique.search.index;

import communique.journal.index.IndexRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Asks that briefings be indexed again, in a transaction of its own that is soon over. */
@ApplicationScoped
class AskForIndexing {
  @Inject private IndexRequests indexRequests;

  /**
   * Asks for some hundreds at most.
   *
   * @param open whether it concerns what everybody sees
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void ask(List<UUID> briefings, boolean open) {
    indexRequests.ask(briefings, open);
  }
}
