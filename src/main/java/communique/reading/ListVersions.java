package communique.reading;

import communique.access.Caller;
import communique.access.Visibility;
import communique.archive.History;
import communique.archive.Notices;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Moment;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the versions of an edition, and tells which of them was public at a time. */
@NeedsDatabase
@ApplicationScoped
public class ListVersions {
  /** How many a page may have. */
  public static final int MOST = 1000;

  @Inject private History history;
  @Inject private Notices notices;

  /**
   * The versions that the caller sees, by number.
   *
   * @param after only those with a higher number
   * @param limit 1 to 1,000
   * @throws Refusal NOT_FOUND when the caller sees no version of it, WITHDRAWN when it did before,
   *     OUT_OF_RANGE when the limit is
   */
  public Page list(Caller caller, UUID briefing, LanguageTag language, int after, int limit) {
    var edition = new EditionId(briefing, language);
    return page(caller, edition, after, limit, caller.visibility(), history::versions);
  }

  /** The same, with those that were erased and that the caller saw before, by number. */
  public Page listWithErased(
      Caller caller, UUID briefing, LanguageTag language, int after, int limit) {
    var edition = new EditionId(briefing, language);
    return page(caller, edition, after, limit, caller.visibility(), history::versionsAndErased);
  }

  private Page page(
      Caller caller, EditionId edition, int after, int limit, Visibility shown, Listed listed) {
    mustBeLimit(limit);
    List<Moment> found = listed.of(edition.briefing(), edition.language(), after, limit, shown);
    if (found.isEmpty() && after == 0) {
      throw notices.whyNot(edition, caller.visibility());
    }
    return Page.of(found, limit);
  }

  /** Which versions of an edition are listed. */
  private interface Listed {
    List<Moment> of(
        UUID briefing, LanguageTag language, int after, int limit, Visibility visibility);
  }

  /**
   * Checks how many are asked for.
   *
   * @throws Refusal OUT_OF_RANGE when it is not 1 to {@link #MOST}
   */
  public static void mustBeLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
    }
  }

  /**
   * The versions that have been public, by number, at most 1,000.
   *
   * @param after only those with a higher number
   * @throws Refusal NOT_FOUND when the caller sees no version of it, WITHDRAWN when it did before
   */
  public Page shown(Caller caller, UUID briefing, LanguageTag language, int after) {
    var edition = new EditionId(briefing, language);
    return page(caller, edition, after, MOST, Caller.ANONYMOUS.visibility(), history::shown);
  }

  /**
   * The version that was public at a time; before the first was, the first (RFC 7089, 4.5.3).
   *
   * @param at in whole seconds
   * @throws Refusal WITHDRAWN when the edition was withdrawn then or is now, NOT_FOUND when no
   *     version of it has been public
   */
  public Moment at(Caller caller, UUID briefing, LanguageTag language, Instant at) {
    var everybody = Caller.ANONYMOUS.visibility();
    Optional<Moment> then = history.at(briefing, language, at, everybody);
    if (then.isEmpty()) {
      return history.shown(briefing, language, 0, 1, everybody).stream()
          .findFirst()
          .orElseThrow(
              () -> notices.whyNot(new EditionId(briefing, language), caller.visibility()));
    }
    history.mustNotBeWithdrawn(briefing, language, at);
    return then.get();
  }

  /** One version, if the caller sees it. */
  public Optional<Moment> numbered(Caller caller, UUID briefing, LanguageTag language, int number) {
    return history.numbered(briefing, language, number, caller.visibility());
  }

  /**
   * A page of versions.
   *
   * @param next the number to ask from again; absent when this is the last page
   */
  public record Page(List<Moment> versions, @Nullable Integer next) {
    static Page of(List<Moment> found, int limit) {
      return new Page(
          found, found.size() < limit ? null : (Integer) found.get(found.size() - 1).number());
    }
  }
}
