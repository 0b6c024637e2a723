package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Embargoes;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.Clock;
import communique.database.NeedsDatabase;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Gives what is still under embargo another end of it: several editions one and the same. */
@NeedsDatabase
@ApplicationScoped
public class ChangeEmbargo {
  @Inject private Target target;
  @Inject private Clock clock;
  @Inject private Embargoes embargoes;
  @Inject private Journal journal;

  /**
   * Changes the embargo of all versions of the briefing that are under one.
   *
   * @param languages of the editions meant; all when empty
   * @param until by the database's clock, in the future
   * @return how many versions it holds for
   * @throws Refusal NOT_FOUND when the caller sees no such briefing or it has no such edition,
   *     NOT_UNDER_EMBARGO when none of them is, OUT_OF_RANGE when the instant has passed; also when
   *     the caller may not
   */
  @Settled
  @Transactional
  public int change(Caller caller, UUID id, Set<LanguageTag> languages, Instant until) {
    Briefing briefing = target.find(caller, id, Action.EMBARGO);
    caller.mustChangeEmbargoFor(briefing.office());
    Target.mustHave(languages, target.lock(briefing));
    if (!until.isAfter(clock.now())) {
      throw new Refusal(Reason.OUT_OF_RANGE, "until", "must lie in the future", until.toString());
    }
    List<Embargoes.Pending> changed = embargoes.change(id, languages, until);
    if (changed.isEmpty()) {
      throw notUnderEmbargo(id);
    }
    journal.append(
        changed.stream().map(each -> entry("ChangeEmbargo", each, false, caller)).toList());
    return changed.size();
  }

  static Refusal notUnderEmbargo(UUID id) {
    return new Refusal(
        Reason.NOT_UNDER_EMBARGO,
        "briefing",
        "must have a version that is under embargo",
        id.toString());
  }

  static Entry entry(String verb, Embargoes.Pending version, boolean open, Caller caller) {
    return new Entry(
        verb,
        new Entry.Edition(
            version.briefing(), version.language(), version.office(), version.section()),
        version.number(),
        version.significance(),
        open,
        caller.name());
  }
}
