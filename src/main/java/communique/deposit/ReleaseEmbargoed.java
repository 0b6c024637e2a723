package communique.deposit;

import communique.access.Caller;
import communique.archive.Embargoes;
import communique.database.NeedsDatabase;
import communique.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Writes into the journal that embargoes have ended. Readers of the record see such versions from
 * the very instant; this tells those who follow the journal. What a later version has overtaken is
 * no news.
 */
@NeedsDatabase
@ApplicationScoped
public class ReleaseEmbargoed {
  /** How many are released in one transaction. */
  public static final int AT_ONCE = 100;

  @Inject private Embargoes embargoes;
  @Inject private Journal journal;

  /**
   * Releases the versions that are due, at most 100. Safe to run on several nodes at once.
   *
   * @return how many; at 100 there may be more
   */
  @Transactional
  public int release() {
    List<Embargoes.Pending> due = embargoes.release(AT_ONCE);
    if (!due.isEmpty()) {
      journal.append(
          due.stream()
              .map(
                  each ->
                      ChangeEmbargo.entry(
                          "ReleaseEmbargoed", each, !each.overtaken(), Caller.ARCHIVE))
              .toList());
    }
    return due.size();
  }
}
