package communique.reading;

import communique.access.Caller;
import communique.access.Visibility;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Gives the version of an edition that its caller sees now. */
@NeedsDatabase
@ApplicationScoped
public class GetEdition {
  @Inject private RecentEditions recent;
  @Inject private Versions versions;
  @Inject private Notices notices;

  /**
   * The version as it is stored.
   *
   * @throws Refusal NOT_FOUND when the caller sees none, WITHDRAWN when it did before
   */
  public Stored get(Caller caller, UUID briefing, LanguageTag language) {
    EditionId edition = new EditionId(briefing, language);
    return find(edition, caller.visibility())
        .orElseThrow(() -> notices.whyNot(edition, caller.visibility()));
  }

  /**
   * The same, with what is told beside it.
   *
   * @throws Refusal NOT_FOUND when the caller sees none, WITHDRAWN when it did before
   */
  public SeenEdition seen(Caller caller, EditionId edition) {
    Visibility visibility = caller.visibility();
    Optional<SeenEdition> seen =
        visibility.onlyPublic()
            ? find(edition)
            : Optional.ofNullable(
                SeenEdition.all(versions.allCurrent(edition.briefing(), visibility).editions())
                    .get(edition.language()));
    return seen.orElseThrow(() -> notices.whyNot(edition, visibility));
  }

  /** The edition that everybody sees, if there is one. */
  public Optional<SeenEdition> find(EditionId edition) {
    return Optional.ofNullable(recent.get(edition.briefing()).get(edition.language()));
  }

  private Optional<Stored> find(EditionId edition, Visibility visibility) {
    return visibility.onlyPublic()
        ? find(edition).map(SeenEdition::stored)
        : versions.current(edition.briefing(), edition.language(), visibility);
  }
}
