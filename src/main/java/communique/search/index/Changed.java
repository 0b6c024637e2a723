package communique.search.index;

import communique.journal.Journal;
import communique.journal.index.IndexRequests;
import communique.journal.index.RefusedDocuments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A briefing that is to be indexed.
 *
 * @param last the last position of the journal that demands it
 * @param open the last of what everybody may know; the public document is written for it alone
 * @param isNew whether no index can have anything of it
 */
record Changed(UUID briefing, long last, Optional<Long> open, boolean isNew) {

  /** What entries of the journal demand, each briefing once. */
  static List<Changed> by(Collection<Journal.Numbered> entries) {
    Map<UUID, Changed> changed = new LinkedHashMap<>();
    for (Journal.Numbered numbered : entries) {
      Changed next =
          new Changed(
              numbered.entry().edition().briefing(),
              numbered.position(),
              numbered.entry().open() ? Optional.of(numbered.position()) : Optional.empty(),
              numbered.entry().isFirstOfBriefing());
      changed.merge(next.briefing, next, Changed::then);
    }
    return new ArrayList<>(changed.values());
  }

  /**
   * What a request demands.
   *
   * @param done up to which position requests are done
   */
  static Changed by(IndexRequests.Request request, long done) {
    return new Changed(
        request.briefing(),
        request.position(),
        request.openPosition().filter(position -> position > done),
        false);
  }

  /** What a document demands that was refused. */
  static Changed by(RefusedDocuments.Due due) {
    boolean open = due.key().open();
    return new Changed(
        due.key().briefing(),
        due.position(),
        open ? Optional.of(due.position()) : Optional.empty(),
        false);
  }

  private Changed then(Changed next) {
    return new Changed(briefing, next.last, next.open.or(() -> open), isNew);
  }
}
