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

/** Gives a version of an edition by its number. */
@NeedsDatabase
@ApplicationScoped
public class GetVersion {
  @Inject private Versions versions;
  @Inject private Notices notices;

  /**
   * The version as it is stored.
   *
   * @param number counted from 1
   * @throws Refusal NOT_FOUND when the caller sees none with it, WITHDRAWN when it did before
   */
  public Stored get(Caller caller, UUID briefing, LanguageTag language, int number) {
    return versions
        .numbered(briefing, language, number, caller.visibility())
        .orElseThrow(
            () ->
                notices.whyNot(
                    briefing,
                    new Notice.Scope(language, number),
                    caller.visibility(),
                    absent(briefing + "/" + language + "/" + number)));
  }

  private static Refusal absent(String asked) {
    return new Refusal(Reason.NOT_FOUND, "version", "must be a version of an edition here", asked);
  }
}
