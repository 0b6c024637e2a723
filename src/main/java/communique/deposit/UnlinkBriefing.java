package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Links;
import communique.briefing.Briefing;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.journal.Journal;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Takes a briefing out of those that it is linked with; they stay linked with each other. */
@NeedsDatabase
@ApplicationScoped
public class UnlinkBriefing {
  @Inject private Target target;
  @Inject private Links links;
  @Inject private Sides sides;
  @Inject private Journal journal;

  /**
   * Unlinks the briefing, and ends what was said of its translations when it was linked; when this
   * returns, that is durable.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such briefing, NOT_LINKED when it sees none
   *     that is linked with it; also when the caller may not
   */
  @Settled
  @Transactional
  public void unlink(Caller caller, UUID id) {
    Briefing briefing = target.find(caller, id, Action.CORRECT);
    caller.mustCorrectFor(briefing.office());
    links.lock(List.of(id));
    Side rest = sides.beside(caller, id);
    if (rest.seen().isEmpty()) {
      throw new Refusal(
          Reason.NOT_LINKED, "briefing", "must be linked with another", id.toString());
    }
    Side alone = sides.alone(caller, id);
    links.leave(id, caller.name());
    journal.append(Side.entries("UnlinkBriefing", caller.name(), alone, rest));
  }
}
