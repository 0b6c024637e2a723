package communique.search;

import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A briefing that was found, in the edition that is best shown: of those that hold what was
 * searched for the one in the language that the reader likes best, else the one that fits best.
 *
 * @param briefing its identity
 * @param reference for citation
 * @param language of the edition that is shown
 * @param version the version that the caller sees of it
 * @param headline absent when the office gave none
 * @param issued the day; absent when the office told none
 * @param lead the beginning of the text, at most 300 characters
 * @param changed when the last of what the caller sees of the briefing could be seen first
 * @param highlights passages of the text in which something was found, the best first; empty when
 *     it was found in the headline only, or without words
 * @param inBody whether some of the passages are of the body, which then come first
 * @param languages of all its editions that the caller sees, originals first
 */
public record Hit(
    UUID briefing,
    String reference,
    OfficeCode office,
    Kind kind,
    LanguageTag language,
    int version,
    @Nullable String headline,
    @Nullable String section,
    @Nullable LocalDate issued,
    String lead,
    Instant changed,
    List<List<Fragment>> highlights,
    boolean inBody,
    List<LanguageTag> languages) {
  public Hit {
    highlights = List.copyOf(highlights);
    languages = List.copyOf(languages);
  }

  /** Of two of the same briefing the one of the later version. */
  Hit later(Hit other) {
    return version >= other.version ? this : other;
  }

  /** The same with passages. */
  Hit with(List<List<Fragment>> passages, boolean ofBody) {
    return new Hit(
        briefing, reference, office, kind, language, version, headline, section, issued, lead,
        changed, passages, ofBody, languages);
  }
}
