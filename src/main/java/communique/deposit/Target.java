package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.LinkedOverviews;
import communique.archive.Newest;
import communique.archive.Notices;
import communique.archive.Overviews;
import communique.archive.Receipts;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the briefing that a caller wants to change. */
@ApplicationScoped
class Target {
  @Inject private Overviews overviews;
  @Inject private LinkedOverviews linkedOverviews;
  @Inject private Notices notices;
  @Inject private Editions editions;
  @Inject private Receipts receipts;

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

  /**
   * The briefing of which the caller has handed something over before under a reference of its own,
   * whatever became of it since: who repeats that is given its receipt again, also where there is
   * nothing left to see.
   */
  Optional<Briefing> handedOver(Caller caller, UUID id, @Nullable String reference) {
    return reference == null ? Optional.empty() : receipts.briefing(id, caller.name(), reference);
  }

  /** Its editions; until the transaction ends nobody else changes them. */
  List<Newest> lock(Briefing briefing) {
    return editions.lock(briefing.id());
  }

  /** The editions of what is linked with it, as far as the caller sees them. */
  List<Newest> linked(Caller caller, Briefing briefing) {
    List<Overview> linked = linkedOverviews.others(briefing.id(), caller.visibility());
    if (linked.isEmpty()) {
      return List.of();
    }
    var newest = editions.newest(linked.stream().map(each -> each.briefing().id()).toList());
    return linked.stream()
        .flatMap(
            each ->
                newest.getOrDefault(each.briefing().id(), List.of()).stream()
                    .filter(edition -> each.edition(edition.language()).isPresent()))
        .toList();
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

  /**
   * Demands that a briefing has editions in some languages.
   *
   * @throws Refusal NOT_FOUND when one is missing
   */
  static void mustHave(Collection<LanguageTag> languages, List<Newest> editions) {
    for (LanguageTag language : languages) {
      if (Editions.in(language, editions).isEmpty()) {
        throw noEdition(language);
      }
    }
  }

  /** What is said when a briefing has no edition in a language. */
  static Refusal noEdition(LanguageTag language) {
    return new Refusal(
        Reason.NOT_FOUND, "language", "must be an edition of the briefing", language.tag());
  }
}
