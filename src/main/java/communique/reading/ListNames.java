package communique.reading;

import communique.access.Caller;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.names.Decided;
import communique.briefing.names.Mentions;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells which known people, organisations and places an edition names. It is found out when it is
 * asked, from the version that the caller sees, the names that are known then, and what archivists
 * decided; the record says what was said and nothing of this.
 */
@NeedsDatabase
@ApplicationScoped
public class ListNames {
  @Inject private GetEdition getEdition;
  @Inject private KnownNames names;
  @Inject private Decisions decisions;

  /**
   * The names in headline, sub-headline and body; at most 1,000.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such edition, WITHDRAWN when it did before
   */
  public Listed list(Caller caller, EditionId edition) {
    Version version = getEdition.get(caller, edition.briefing(), edition.language()).version();
    Mentions mentions = names.in(version, decisions.of(edition));
    return new Listed(mentions, caller.decidesNamesFor(version.briefing().office()));
  }

  /**
   * Whom an edition names, for one caller.
   *
   * @param decides whether the caller may decide on that
   */
  public record Listed(Mentions mentions, boolean decides) {

    /** The decisions for this caller: all, or those by which somebody is meant. */
    public List<Decided> decisions() {
      return mentions.decisions().stream()
          .filter(each -> decides || each.decision().isConfirmed())
          .toList();
    }
  }
}
