package communique.reading;

import communique.access.Caller;
import communique.archive.Overviews;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives a briefing in short, with the editions that its caller sees. */
@NeedsDatabase
@ApplicationScoped
public class GetBriefing {
  @Inject private Overviews overviews;

  /**
   * The briefing.
   *
   * @throws Refusal NOT_FOUND when the caller sees no edition of it
   */
  public Overview get(Caller caller, UUID briefing) {
    return overviews
        .of(briefing, caller.visibility())
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_FOUND, "briefing", "must be a briefing here", "" + briefing));
  }
}
