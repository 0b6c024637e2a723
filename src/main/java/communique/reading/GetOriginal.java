package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Gives what was handed over for a version, bit for bit. It holds what only depositor and archive
 * say to each other, so it is for those who may hand over for its office.
 */
@NeedsDatabase
@ApplicationScoped
public class GetOriginal {
  @Inject private Versions versions;
  @Inject private Notices notices;

  /**
   * The original.
   *
   * @param number of the version, counted from 1
   * @throws Refusal NOT_FOUND when the caller sees no such version or no original of it is kept
   *     (any more), WITHDRAWN when it is no longer shown; also when the caller may not
   */
  public Original get(Caller caller, UUID briefing, LanguageTag language, int number) {
    caller.mustHaveAccount();
    Refusal absent =
        new Refusal(
            Reason.NOT_FOUND,
            "version",
            "must be a version of which an original is kept",
            briefing + "/" + language + "/" + number);
    Stored stored =
        versions
            .numbered(briefing, language, number, caller.visibility())
            .orElseThrow(
                () ->
                    notices.whyNot(
                        briefing, new Notice.Scope(language, number), caller.visibility(), absent));
    caller.mustDepositFor(stored.version().briefing().office());
    return versions
        .original(briefing, language, number, caller.visibility())
        .orElseThrow(() -> absent);
  }
}
