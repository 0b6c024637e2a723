package communique.reading;

import communique.access.Caller;
import communique.archive.History;
import communique.archive.Notices;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives what everybody saw of a briefing at a time, as far as everybody sees it still. */
@NeedsDatabase
@ApplicationScoped
public class GetBriefingAsOf {
  @Inject private History history;
  @Inject private Notices notices;

  /**
   * The editions that were public then, each in the version that was; at least one, by language.
   *
   * @param language only of this edition; absent for all
   * @param at what became public within its second counts
   * @throws Refusal OUT_OF_RANGE when the instant is to come by the database's clock, WITHDRAWN
   *     when all that was asked for was withdrawn then or is now, NOT_FOUND when nothing of it was
   *     public
   */
  public List<Stored> get(
      Caller caller, UUID briefing, @Nullable LanguageTag language, Instant at) {
    history.mustHaveBegun("at", at);
    List<History.Then> then = history.asOf(briefing, language, at, Caller.ANONYMOUS.visibility());
    List<Stored> shown =
        then.stream().filter(each -> !each.withdrawn()).map(History.Then::stored).toList();
    if (shown.isEmpty()) {
      throw then.isEmpty() ? absent(caller, briefing, language) : withdrawn(at);
    }
    return shown;
  }

  private Refusal absent(Caller caller, UUID briefing, @Nullable LanguageTag language) {
    Refusal unknown =
        language == null
            ? new Refusal(
                Reason.NOT_FOUND,
                "briefing",
                "must be a briefing here that was public at that time",
                "" + briefing)
            : new Refusal(
                Reason.NOT_FOUND,
                "language",
                "must be an edition of a briefing here that was public at that time",
                briefing + "/" + language);
    return notices.whyNot(briefing, new Notice.Scope(language, null), caller.visibility(), unknown);
  }

  private static Refusal withdrawn(Instant at) {
    return new Refusal(Reason.WITHDRAWN, "at", "was withdrawn at that time", at.toString());
  }
}
