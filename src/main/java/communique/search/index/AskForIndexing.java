package communique.search.index;

import communique.journal.index.IndexRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks that briefings be indexed again, in transactions of its own that are soon over. */
@ApplicationScoped
class AskForIndexing {
  /** Nobody else adds to the journal meanwhile. */
  private static final int AT_ONCE = 200;

  @Inject private IndexRequests indexRequests;
  @Inject private AskForIndexing self;

  /**
   * Asks for any number of them.
   *
   * @param open whether it concerns what everybody sees
   */
  void ask(Collection<UUID> briefings, boolean open) {
    List<UUID> all = List.copyOf(briefings);
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      self.askAtOnce(all.subList(i, Math.min(all.size(), i + AT_ONCE)), open);
    }
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void askAtOnce(List<UUID> briefings, boolean open) {
    indexRequests.ask(briefings, open);
  }
}
