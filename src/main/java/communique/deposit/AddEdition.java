package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Links;
import communique.archive.Newest;
import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Translation;
import communique.database.NeedsDatabase;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in a further edition of a briefing, such as a translation. */
@NeedsDatabase
@ApplicationScoped
public class AddEdition {
  @Inject private Target target;
  @Inject private Editions record;
  @Inject private Links links;
  @Inject private Intake intake;

  /**
   * Keeps the edition; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * <p>A translation that does not name a version is taken for one of the newest. An edition that
   * does not name an embargo gets that of the version it was translated from, or of the briefing as
   * long as nothing of that is public: a translation must not tell what its original may not. To
   * name another one then takes the right to change embargoes.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such briefing, EDITION_EXISTS when there is
   *     an edition in the language, be it of a briefing that is linked with it, OUT_OF_RANGE when
   *     it cannot have been translated from what it says; also when the caller may not, the content
   *     breaks a rule, or the depositor's reference was used for something else; then nothing is
   *     kept
   */
  @Settled
  @Transactional
  public Receipt add(Caller caller, UUID id, EditionSubmission edition) {
    return intake.take(hand(caller, id, edition));
  }

  Hand hand(Caller caller, UUID id, EditionSubmission edition) {
    caller.mustBeAbleTo(Action.DEPOSIT);
    Briefing briefing =
        target
            .handedOver(caller, id, edition.reference())
            .orElseGet(
                () -> {
                  Briefing found = target.find(caller, id, Action.DEPOSIT);
                  caller.mustDepositFor(found.office());
                  return found;
                });
    return new Hand("AddEdition", caller, briefing, edition, () -> spot(caller, briefing, edition));
  }

  private Spot spot(Caller caller, Briefing briefing, EditionSubmission edition) {
    List<Newest> editions = target.lock(briefing);
    if (Editions.in(edition.language(), editions).isPresent()) {
      throw exists("must be a language in which the briefing has no edition", edition.language());
    }
    links.lockSet(briefing.id());
    List<Newest> linked = target.linked(caller, briefing);
    if (Editions.in(edition.language(), linked).isPresent()) {
      throw exists(
          "must be a language in which no linked briefing has an edition", edition.language());
    }
    List<Newest> sources = Stream.concat(editions.stream(), linked.stream()).toList();
    Newest any = editions.get(0);
    Translation translation = Origin.of(edition.translation(), edition.language(), sources);
    return new Spot(
        briefing,
        any.dated(),
        1,
        null,
        translation,
        FurtherEmbargo.of(
            caller,
            briefing.office(),
            edition.embargo(),
            inherited(translation, sources, editions)),
        withdrawnAt(editions));
  }

  // What is added to a briefing of which nothing is shown is not shown either.
  private static @Nullable Instant withdrawnAt(List<Newest> editions) {
    return editions.stream().allMatch(edition -> edition.withdrawnAt() != null)
        ? editions.get(0).withdrawnAt()
        : null;
  }

  private static Refusal exists(String rule, LanguageTag language) {
    return new Refusal(Reason.EDITION_EXISTS, "language", rule, language.tag());
  }

  // Of the version it was made from: a later one may wait for longer.
  private @Nullable Instant inherited(
      @Nullable Translation translation, List<Newest> sources, List<Newest> editions) {
    Newest source =
        translation == null ? null : Editions.in(translation.from(), sources).orElse(null);
    if (translation != null && source != null) {
      Integer version = translation.version();
      return record
          .embargo(
              source.briefing(), source.language(), version == null ? source.number() : version)
          .orElse(null);
    }
    return editions.stream().anyMatch(Newest::everOpen)
        ? null
        : editions.stream()
            .map(Newest::embargo)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }
}
