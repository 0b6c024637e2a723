package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Editions;
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
  @Inject private Intake intake;

  /**
   * Keeps the edition; when this returns, it is durable. Repeating it with the same depositor's
   * reference and the same content gives the first receipt again.
   *
   * <p>A translation that does not name a version is taken for one of the newest. An edition that
   * does not name an embargo gets that of the edition it was translated from, or of the briefing as
   * long as nothing of that is public: a translation must not tell what its original may not. To
   * name another one then takes the right to change embargoes.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such briefing, EDITION_EXISTS when there is
   *     an edition in the language, be it of a briefing that is linked with it; also when the
   *     caller may not, the content breaks a rule, or the depositor's reference was used for
   *     something else; then nothing is kept
   */
  @Settled
  @Transactional
  public Receipt add(Caller caller, UUID id, EditionSubmission edition) {
    return intake.take(hand(caller, id, edition));
  }

  Hand hand(Caller caller, UUID id, EditionSubmission edition) {
    Briefing briefing = target.find(caller, id, Action.DEPOSIT);
    caller.mustDepositFor(briefing.office());
    return new Hand("AddEdition", caller, briefing, edition, () -> spot(caller, briefing, edition));
  }

  private Spot spot(Caller caller, Briefing briefing, EditionSubmission edition) {
    List<Newest> editions = target.lock(briefing);
    if (Editions.in(edition.language(), editions).isPresent()) {
      throw exists("must be a language in which the briefing has no edition", edition.language());
    }
    List<Newest> linked = target.linked(caller, briefing);
    if (Editions.in(edition.language(), linked).isPresent()) {
      throw exists(
          "must be a language in which no linked briefing has an edition", edition.language());
    }
    List<Newest> sources = Stream.concat(editions.stream(), linked.stream()).toList();
    Newest any = editions.get(0);
    return new Spot(
        briefing,
        any.dated(),
        1,
        null,
        sourced(edition.translation(), sources),
        FurtherEmbargo.of(
            caller,
            briefing.office(),
            edition.embargo(),
            inherited(edition.translation(), sources, editions)),
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

  /** A translation as far as the record knows what it was made from. */
  static @Nullable Translation sourced(@Nullable Translation translation, List<Newest> sources) {
    if (translation == null) {
      return null;
    }
    LanguageTag from = translation.from();
    Integer version = translation.version();
    Newest source = Editions.in(from, sources).orElse(null);
    if (source == null) {
      return translation;
    }
    if (version != null && version > source.number()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "translation.version",
          "must be a version of the edition in " + from,
          "" + version);
    }
    int known = version == null ? source.number() : version;
    return new Translation(from, known, translation.translator());
  }

  private static @Nullable Instant inherited(
      @Nullable Translation translation, List<Newest> sources, List<Newest> editions) {
    Newest source =
        translation == null ? null : Editions.in(translation.from(), sources).orElse(null);
    if (source != null) {
      return source.embargo();
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
