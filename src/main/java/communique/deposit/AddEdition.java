package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Deposits;
import communique.archive.Overviews;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Takes in a further edition of a briefing, such as a translation. */
@NeedsDatabase
@ApplicationScoped
public class AddEdition {
  @Inject private Overviews overviews;
  @Inject private Deposits deposits;
  @Inject private Intake intake;

  /**
   * Keeps the edition; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such briefing, EDITION_EXISTS when there is
   *     an edition in the language; also when the caller may not, the content breaks a rule, or the
   *     depositor's reference was used for something else; then nothing is kept
   */
  @Transactional
  public Receipt add(Caller caller, UUID id, EditionSubmission edition) {
    caller.mustBeAbleTo(Action.DEPOSIT);
    Briefing briefing =
        overviews.of(id, caller.visibility()).orElseThrow(() -> notFound(id)).briefing();
    caller.mustDepositFor(briefing.office());
    return intake.take(
        new Intake.Order("AddEdition", caller, briefing),
        edition,
        new Intake.Opening() {
          @Override
          public void check() {
            mustBeNew(briefing, edition.language());
          }

          @Override
          public Briefing at(Instant acceptance) {
            return briefing;
          }
        });
  }

  private void mustBeNew(Briefing briefing, LanguageTag language) {
    if (deposits.hasEdition(briefing, language)) {
      throw new Refusal(
          Reason.EDITION_EXISTS,
          "language",
          "must be a language in which the briefing has no edition",
          language.tag());
    }
  }

  private static Refusal notFound(UUID id) {
    return new Refusal(Reason.NOT_FOUND, "briefing", "must be a briefing here", id.toString());
  }
}
