package communique.search.index;

import communique.access.Caller;
import communique.briefing.Refusal;
import communique.briefing.index.IndexGeneration;
import communique.database.NeedsDatabase;
import communique.journal.index.IndexGenerations;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;

/**
 * Has the index made anew from the record, beside the one that serves. Searches go on, and changes
 * of the record go into both; when the new one has all that the record has, it serves instead, and
 * the old one is deleted.
 */
@NeedsDatabase
@ApplicationScoped
public class RebuildIndex {
  @Inject private IndexGenerations generations;

  /**
   * Begins a rebuild.
   *
   * @return it, or the one that is running already
   * @throws Refusal when the caller is not an administrator
   */
  @Transactional
  public IndexGeneration begin(Caller caller) {
    caller.mustAdminister();
    generations.begin(Shelf.SCHEMA, caller.name());
    // One that was running may have ended by now.
    return generations.followed(Shelf.SCHEMA).stream()
        .max(Comparator.comparingInt(IndexGeneration::number))
        .orElseThrow();
  }
}
