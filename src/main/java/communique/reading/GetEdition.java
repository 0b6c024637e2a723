package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives the version of an edition that its caller sees now. */
@NeedsDatabase
@ApplicationScoped
public class GetEdition {
  @Inject private Versions versions;
  @Inject private Notices notices;

  /**
   * The version as it is stored.
   *
   * @throws Refusal NOT_FOUND when the caller sees none, WITHDRAWN when it did before
   */
  public Stored get(Caller caller, UUID briefing, LanguageTag language) {
    return versions
        .current(briefing, language, caller.visibility())
        .orElseThrow(() -> absent(caller, briefing, language));
  }

  private Refusal absent(Caller caller, UUID briefing, LanguageTag language) {
    return notices.whyNot(
        briefing,
        new Notice.Scope(language, null),
        caller.visibility(),
        new Refusal(
            Reason.NOT_FOUND,
            "language",
            "must be an edition of a briefing here",
            briefing + "/" + language));
  }
}
