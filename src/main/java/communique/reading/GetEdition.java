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

  /** The version that everybody sees, if there is one. */
  public Optional<Stored> find(EditionId edition) {
    return recent.get(edition);
  }

  /** As {@link GetBriefing#isStill}, of an edition that {@link #get} gave. */
  public boolean isStill(EditionId edition, Stored stored) {
    return recent.isStill(edition, stored);
  }

  private Optional<Stored> find(EditionId edition, Visibility visibility) {
    return visibility.onlyPublic()
        ? recent.get(edition)
        : versions.current(edition.briefing(), edition.language(), visibility);
  }
}
