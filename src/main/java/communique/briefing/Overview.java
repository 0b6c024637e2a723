package communique.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A briefing and, of each of its editions that the caller may see, the version it sees.
 *
 * @param dated the day it is filed under: issued, else event, else accepted
 * @param editions by language
 * @param linked what is linked with it; in lists it is not told
 */
public record Overview(Briefing briefing, LocalDate dated, List<Edition> editions, Linked linked) {
  public Overview {
    editions = List.copyOf(editions);
  }

  /** A briefing of which it is not told what is linked with it. */
  public Overview(Briefing briefing, LocalDate dated, List<Edition> editions) {
    this(briefing, dated, editions, Linked.NOTHING);
  }

  /** The briefing, itself or one linked with it, whose edition in a language the caller sees. */
  public Optional<Overview> having(LanguageTag language) {
    return Stream.concat(Stream.of(this), linked.briefings().stream())
        .filter(each -> each.edition(language).isPresent())
        .findFirst();
  }

  /** Its edition in a language, if the caller sees it. */
  public Optional<Edition> edition(LanguageTag language) {
    return editions.stream().filter(edition -> edition.language().equals(language)).findFirst();
  }

  /**
   * What links say of a briefing, as far as the caller may know it.
   *
   * @param briefings those that are one thing with it, said in other languages; by identity
   * @param translations by language, what its editions are said to be translated from
   */
  public record Linked(List<Overview> briefings, Map<LanguageTag, Translation> translations) {
    static final Linked NOTHING = new Linked(List.of(), Map.of());

    public Linked {
      briefings = List.copyOf(briefings);
      translations = Map.copyOf(translations);
    }
  }

  /**
   * One edition in short.
   *
   * @param translation what it was translated from; absent for an original. The translator is told
   *     only where a link names one
   * @param stale whether the caller sees a newer version of what it was translated from; absent
   *     where it does not see that at all
   * @param version the number of the version that the caller sees
   * @param lead the beginning of the text, at most 300 characters
   * @param issued the day it was issued
   * @param withheld why only some see it, where that is so
   */
  public record Edition(
      LanguageTag language,
      @Nullable Translation translation,
      @Nullable Boolean stale,
      int version,
      @Nullable String headline,
      @Nullable String section,
      @Nullable LocalDate issued,
      String lead,
      Digest digest,
      Withheld withheld) {

    /** Whether it was not translated from another. */
    public boolean isOriginal() {
      return translation == null;
    }

    /** The same as a translation of something. */
    Edition translatedFrom(@Nullable Translation source) {
      return with(source, stale);
    }

    /** The same, compared with the version of its source that the caller sees. */
    public Edition comparedWith(int source) {
      Integer made = translation == null ? null : translation.version();
      return with(translation, made != null && made < source);
    }

    private Edition with(@Nullable Translation source, @Nullable Boolean behind) {
      return new Edition(
          language, source, behind, version, headline, section, issued, lead, digest, withheld);
    }
  }
}
