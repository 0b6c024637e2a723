package communique.deposit;

import communique.archive.Editions;
import communique.archive.Newest;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Translation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text says that it was translated from, held against what the record knows. */
final class Origin {
  private Origin() {}

  /**
   * A translation with the version it was made from, as far as the record knows.
   *
   * @param language of the text itself
   * @param sources the editions that it may have been made from
   * @throws Refusal OUT_OF_RANGE when the text would come from itself, be it by way of others, or
   *     from a version that its source does not have
   */
  static @Nullable Translation of(
      @Nullable Translation translation, LanguageTag language, List<Newest> sources) {
    if (translation == null) {
      return null;
    }
    LanguageTag from = translation.from();
    mustNotComeFromItself(from, language, sources);
    Newest source = Editions.in(from, sources).orElse(null);
    if (source == null) {
      return translation;
    }
    Integer version = translation.version();
    if (version != null && version > source.number()) {
      throw outOfRange("version", "must be a version of the edition in " + from, "" + version);
    }
    int known = version == null ? source.number() : version;
    return new Translation(from, known, translation.translator());
  }

  private static void mustNotComeFromItself(
      LanguageTag from, LanguageTag language, List<Newest> sources) {
    Set<LanguageTag> passed = new HashSet<>();
    LanguageTag at = from;
    while (at != null && passed.add(at)) {
      if (at.equals(language)) {
        throw outOfRange(
            "from",
            "must be an edition that was not itself translated from " + language,
            "" + from);
      }
      at = Editions.in(at, sources).map(Newest::translatedFrom).orElse(null);
    }
  }

  private static Refusal outOfRange(String field, String rule, String value) {
    return new Refusal(Reason.OUT_OF_RANGE, "translation." + field, rule, value);
  }
}
