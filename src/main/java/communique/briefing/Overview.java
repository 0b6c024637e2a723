package communique.briefing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A briefing and, of each of its editions that the caller may see, the version it sees.
 *
 * @param dated the day it is filed under: issued, else event, else accepted
 * @param editions by language
 */
public record Overview(Briefing briefing, LocalDate dated, List<Edition> editions) {
  public Overview {
    editions = List.copyOf(editions);
  }

  /**
   * One edition in short.
   *
   * @param translatedFrom absent for an original
   * @param translatedVersion the version that it was translated from, where that is known
   * @param stale whether the caller sees a newer version of what it was translated from
   * @param version the number of the version that the caller sees
   * @param lead the beginning of the text, at most 300 characters
   * @param issued the day it was issued
   */
  public record Edition(
      LanguageTag language,
      @Nullable LanguageTag translatedFrom,
      @Nullable Integer translatedVersion,
      boolean stale,
      int version,
      @Nullable String headline,
      @Nullable String section,
      @Nullable LocalDate issued,
      String lead,
      Digest digest) {

    /** The same, compared with the version of its source that the caller sees. */
    public Edition comparedWith(int source) {
      boolean behind = translatedVersion != null && translatedVersion < source;
      return new Edition(
          language,
          translatedFrom,
          translatedVersion,
          behind,
          version,
          headline,
          section,
          issued,
          lead,
          digest);
    }
  }
}
