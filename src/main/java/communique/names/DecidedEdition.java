package communique.names;

import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.authority.AuthorityChanges;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.briefing.names.Decided;
import communique.briefing.names.Decision;
import communique.journal.index.IndexRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Finds the edition on whose names a caller decides, and lets it be found by them. */
@ApplicationScoped
class DecidedEdition {
  @Inject private Editions editions;
  @Inject private AuthorityChanges changes;
  @Inject private Versions versions;
  @Inject private Notices notices;
  @Inject private KnownNames names;
  @Inject private IndexRequests indexRequests;

  /**
   * The version that the caller sees. Until the transaction ends, nobody else changes the briefing,
   * and nobody an authority. Who may not do such a thing at all learns nothing of it.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may not, NOT_FOUND when the
   *     caller sees no such edition, WITHDRAWN when it did before
   */
  Version find(Caller caller, EditionId edition) {
    caller.mustDecideNames();
    editions.lock(edition.briefing());
    changes.lock();
    Version version =
        versions
            .current(edition.briefing(), edition.language(), caller.visibility())
            .map(Stored::version)
            .orElseThrow(() -> notices.whyNot(edition, caller.visibility()));
    caller.mustDecideNamesFor(version.briefing().office());
    return version;
  }

  /**
   * Has the briefing indexed again, after a decision was made or taken back. What everybody finds
   * is written again only when the name is in what everybody sees.
   */
  void askForIndexing(EditionId edition, Decision decision) {
    List<Decided> decided = List.of(new Decided(decision, Instant.EPOCH, ""));
    boolean open =
        versions
            .current(edition.briefing(), edition.language(), Caller.ANONYMOUS.visibility())
            .filter(stored -> names.areDecided(decided, stored.version()))
            .isPresent();
    indexRequests.ask(List.of(edition.briefing()), open);
  }
}
