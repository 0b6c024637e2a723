package communique.deposit;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.ToldTranslation;
import communique.briefing.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the sender of a link says of translations, held against the editions of two briefings. */
final class Renderings {
  private final Half one;
  private final Half other;

  Renderings(Side here, UUID one, Side there, UUID other) {
    this.one = new Half(here, one);
    this.other = new Half(there, other);
  }

  /**
   * The translations with the versions that they were made from.
   *
   * @throws Refusal NOT_FOUND when one of the editions is not there, OUT_OF_RANGE when there is no
   *     such version, when the edition says something else itself or is named twice
   */
  List<ToldTranslation> of(List<LinkSubmission.Rendering> renderings) {
    List<ToldTranslation> told = new ArrayList<>();
    Set<LanguageTag> named = new HashSet<>();
    for (int i = 0; i < renderings.size(); i++) {
      LinkSubmission.Rendering rendering = renderings.get(i);
      Refusal.within(
          "translations[" + i + "]",
          () -> {
            if (!named.add(rendering.language())) {
              throw outOfRange("language", "must come once", rendering.language().tag());
            }
            return told.add(told(rendering));
          });
    }
    return told;
  }

  private ToldTranslation told(LinkSubmission.Rendering rendering) {
    boolean here = one.has(rendering.language());
    if (!here && !other.has(rendering.language())) {
      throw absent(
          "language", "must be an edition of one of the two briefings", rendering.language());
    }
    Half translated = here ? one : other;
    Half source = here ? other : one;
    LanguageTag from = rendering.from().from();
    if (!source.has(from)) {
      throw absent("from", "must be an edition of the other of the two briefings", from);
    }
    Translation own =
        translated.newest(rendering.language()).map(Overview.Edition::translation).orElse(null);
    int newest = source.newest(from).map(Overview.Edition::version).orElse(1);
    return new ToldTranslation(
        translated.id, rendering.language(), source.id, known(rendering.from(), own, newest));
  }

  // What an edition says itself stands in the record; a link adds to it and contradicts nothing.
  private static Translation known(Translation told, @Nullable Translation own, int newest) {
    Integer said = own == null ? null : own.version();
    Integer asked = told.version();
    if (asked != null && asked > newest) {
      throw outOfRange("version", "must be a version of the edition in " + told.from(), "" + asked);
    }
    if (own != null && !own.from().equals(told.from())) {
      throw outOfRange(
          "from", "must be what the edition says itself, " + own.from(), "" + told.from());
    }
    if (said != null && asked != null && !said.equals(asked)) {
      throw outOfRange("version", "must be what the edition says itself, " + said, "" + asked);
    }
    int version = asked != null ? asked : said != null ? said : newest;
    return new Translation(told.from(), version, told.translator());
  }

  private static Refusal absent(String field, String rule, LanguageTag language) {
    return new Refusal(Reason.NOT_FOUND, field, rule, language.tag());
  }

  private static Refusal outOfRange(String field, String rule, String value) {
    return new Refusal(Reason.OUT_OF_RANGE, field, rule, value);
  }

  /** One of the two briefings, without what is linked with it. */
  private record Half(Side side, UUID id) {

    /** Whether the caller sees its edition in a language. */
    boolean has(LanguageTag language) {
      return in(side.seen(), language).isPresent();
    }

    Optional<Overview.Edition> newest(LanguageTag language) {
      return in(side.all(), language);
    }

    private Optional<Overview.Edition> in(List<Overview> briefings, LanguageTag language) {
      return briefings.stream()
          .filter(each -> each.briefing().id().equals(id))
          .flatMap(each -> each.edition(language).stream())
          .findFirst();
    }
  }
}
