package communique.reading;

import communique.access.Caller;
import communique.archive.LinkedOverviews;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.RecalledFiles;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Gives a briefing with the editions that its caller sees. */
@NeedsDatabase
@ApplicationScoped
public class GetBriefing {
  @Inject private LinkedOverviews overviews;
  @Inject private RecentEditions recent;
  @Inject private Versions versions;
  @Inject private Notices notices;

  /**
   * The briefing in short, with those that are linked with it.
   *
   * @throws Refusal NOT_FOUND when the caller sees no edition of it, WITHDRAWN when it did before
   */
  public Overview get(Caller caller, UUID briefing) {
    return overviews.of(briefing, caller.visibility()).orElseThrow(() -> absent(caller, briefing));
  }

  /**
   * Its editions in full, by language; at least one.
   *
   * @throws Refusal NOT_FOUND when the caller sees no edition of it, WITHDRAWN when it did before
   */
  public Map<LanguageTag, SeenEdition> inFull(Caller caller, UUID briefing) {
    Map<LanguageTag, SeenEdition> editions =
        caller.visibility().onlyPublic()
            ? recent.get(briefing)
            : SeenEdition.all(versions.allCurrent(briefing, caller.visibility()).editions());
    if (editions.isEmpty()) {
      throw absent(caller, briefing);
    }
    return editions;
  }

  /**
   * Tells, at any time, whether nothing has changed of the briefing, and of what is linked with it,
   * since {@link #inFull} gave these editions to somebody who sees only what everybody does. No
   * more often true than is known at once: when it is false, ask again. It holds none of the
   * editions.
   */
  public BooleanSupplier still(UUID briefing, Map<LanguageTag, SeenEdition> editions) {
    return recent.still(briefing, editions);
  }

  /** The files that were recalled from it while its text is still shown, with the reasons. */
  public RecalledFiles recalled(Caller caller, UUID briefing) {
    return versions.recalled(briefing, caller.visibility());
  }

  /** The same of several briefings at once; those of which none were recalled are absent. */
  public Map<UUID, RecalledFiles> recalled(Caller caller, Collection<UUID> briefings) {
    return briefings.isEmpty() ? Map.of() : versions.recalled(briefings, caller.visibility());
  }

  private Refusal absent(Caller caller, UUID briefing) {
    return notices.whyNot(
        briefing,
        Notice.Scope.ALL,
        caller.visibility(),
        new Refusal(Reason.NOT_FOUND, "briefing", "must be a briefing here", "" + briefing));
  }
}
