package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Newest;
import communique.archive.Notices;
import communique.archive.Overviews;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds the briefing that a caller wants to change. */
@ApplicationScoped
class Target {
  @Inject private Overviews overviews;
  @Inject private Notices notices;
  @Inject private Editions editions;

  /**
   * The briefing. Who may not do such a thing at all learns nothing of it.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may do it to no briefing;
   *     NOT_FOUND when the caller sees no such briefing, WITHDRAWN when it did before
   */
  Briefing find(Caller caller, UUID id, Action action) {
    caller.mustBeAbleTo(action);
    return overviews
        .of(id, caller.visibility())
        .map(Overview::briefing)
        .orElseThrow(
            () ->
                notices.whyNot(
                    id,
                    Notice.Scope.ALL,
                    caller.visibility(),
                    new Refusal(
                        Reason.NOT_FOUND, "briefing", "must be a briefing here", id.toString())));
  }

  /** Its editions; until the transaction ends nobody else changes them. */
  List<Newest> lock(Briefing briefing) {
    return editions.lock(briefing.id());
  }

  /**
   * Those of the editions that are meant.
   *
   * @throws Refusal NOT_FOUND when the one that is named is not among them
   */
  static List<Newest> meant(Notice.Scope scope, List<Newest> editions) {
    LanguageTag language = scope.language();
    return language == null
        ? editions
        : List.of(Editions.in(language, editions).orElseThrow(() -> noEdition(language)));
  }

  /** What is said when a briefing has no edition in a language. */
  static Refusal noEdition(LanguageTag language) {
    return new Refusal(
        Reason.NOT_FOUND, "language", "must be an edition of the briefing", language.tag());
  }
}
