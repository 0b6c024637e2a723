package communique.deposit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Caller;
import communique.archive.Deposits;
import communique.archive.Offices;
import communique.briefing.Briefing;
import communique.briefing.Issued;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Takes in a briefing with its first edition. */
@NeedsDatabase
@ApplicationScoped
public class DepositBriefing {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Offices offices;
  @Inject private Deposits deposits;
  @Inject private Intake intake;

  /**
   * Keeps the briefing; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * @throws Refusal when the caller may not, the content breaks a rule, or the depositor's
   *     reference was used for something else; then nothing is kept
   */
  @Transactional
  public Receipt deposit(Caller caller, BriefingSubmission submission) {
    caller.mustDepositFor(submission.office());
    offices.mustExist(submission.office());
    Briefing unnumbered =
        new Briefing(
            IDENTITIES.generate(),
            "",
            submission.office(),
            submission.kind(),
            submission.eventDate());
    return intake.take(
        new Intake.Order("DepositBriefing", caller, unnumbered),
        submission.edition(),
        now -> number(unnumbered, submission.edition().content().issued(), now));
  }

  private Briefing number(Briefing unnumbered, @Nullable Issued issued, Instant now) {
    LocalDate accepted = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate event = unnumbered.eventDate();
    LocalDate dated = issued != null ? issued.date() : event != null ? event : accepted;
    Briefing briefing =
        unnumbered.withReference(deposits.nextReference(unnumbered.office(), dated.getYear()));
    deposits.add(briefing, dated, now);
    return briefing;
  }
}
