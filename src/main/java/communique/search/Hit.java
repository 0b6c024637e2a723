package communique.search;

import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition that was found.
 *
 * @param briefing to which it belongs
 * @param reference of that briefing, for citation
 * @param version the version that the caller sees
 * @param headline absent when the office gave none
 * @param issued the day; absent when the office told none
 * @param lead the beginning of the text, at most 300 characters
 * @param highlights passages of the text in which something was found, the best first; empty when
 *     it was found in the headline only
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
    List<List<Fragment>> highlights) {}
