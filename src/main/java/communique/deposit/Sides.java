package communique.deposit;

import communique.access.Caller;
import communique.archive.Links;
import communique.archive.Overviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks up the sides of a link; the briefings must be locked. */
@ApplicationScoped
class Sides {
  @Inject private Links links;
  @Inject private Overviews overviews;

  /** A briefing with all that are linked with it. */
  Side around(Caller caller, UUID briefing) {
    List<UUID> ids = new ArrayList<>(links.others(briefing));
    ids.add(briefing);
    return of(caller, ids);
  }

  /** What is linked with a briefing, without itself. */
  Side beside(Caller caller, UUID briefing) {
    return of(caller, links.others(briefing));
  }

  /** A briefing alone. */
  Side alone(Caller caller, UUID briefing) {
    return of(caller, List.of(briefing));
  }

  private Side of(Caller caller, List<UUID> ids) {
    return new Side(
        overviews.all(ids, Caller.ARCHIVE.visibility()),
        overviews.all(ids, caller.visibility()),
        overviews.all(ids, Caller.ANONYMOUS.visibility()));
  }
}
