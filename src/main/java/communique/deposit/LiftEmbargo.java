package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Embargoes;
import communique.archive.Newest;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.database.Clock;
import communique.database.NeedsDatabase;
import communique.journal.Journal;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes public now what is still under embargo: several editions at one instant. */
@NeedsDatabase
@ApplicationScoped
public class LiftEmbargo {
  @Inject private Target target;
  @Inject private Clock clock;
  @Inject private Embargoes embargoes;
  @Inject private Journal journal;

  /**
   * Lifts the embargo of all versions of the briefing that are under one.
   *
   * @param languages of the editions meant; all when empty
   * @return how many versions it was lifted for
   * @throws Refusal NOT_FOUND when the caller sees no such briefing or it has no such edition,
   *     NOT_UNDER_EMBARGO when none of them is; also when the caller may not
   */
  @Settled
  @Transactional
  public int lift(Caller caller, UUID id, Set<LanguageTag> languages) {
    Briefing briefing = target.find(caller, id, Action.EMBARGO);
    caller.mustChangeEmbargoFor(briefing.office());
    List<Newest> editions = target.lock(briefing);
    Target.mustHave(languages, editions);
    Set<LanguageTag> shown =
        editions.stream()
            .filter(edition -> edition.withdrawnAt() == null)
            .map(Newest::language)
            .collect(Collectors.toSet());
    List<Embargoes.Pending> lifted = embargoes.lift(id, languages, clock.now());
    if (lifted.isEmpty()) {
      throw ChangeEmbargo.notUnderEmbargo(id);
    }
    journal.append(
        lifted.stream()
            .map(
                each ->
                    ChangeEmbargo.entry(
                        "LiftEmbargo",
                        each,
                        shown.contains(each.language()) && !each.overtaken(),
                        caller))
            .toList());
    return lifted.size();
  }
}
