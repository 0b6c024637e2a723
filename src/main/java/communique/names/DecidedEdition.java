package communique.names;

import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.authority.Authorities;
import communique.briefing.EditionId;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the edition on whose names a caller decides. */
@ApplicationScoped
class DecidedEdition {
  @Inject private Editions editions;
  @Inject private Authorities authorities;
  @Inject private Versions versions;
  @Inject private Notices notices;

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
    authorities.lock();
    Version version =
        versions
            .current(edition.briefing(), edition.language(), caller.visibility())
            .map(Stored::version)
            .orElseThrow(() -> absent(caller, edition));
    caller.mustDecideNamesFor(version.briefing().office());
    return version;
  }

  private Refusal absent(Caller caller, EditionId edition) {
    return notices.whyNot(
        edition.briefing(),
        new Notice.Scope(edition.language(), null),
        caller.visibility(),
        new Refusal(
            Reason.NOT_FOUND,
            "language",
            "must be an edition of a briefing here",
            edition.briefing() + "/" + edition.language()));
  }
}
