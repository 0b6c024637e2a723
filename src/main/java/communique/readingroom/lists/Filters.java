package communique.readingroom.lists;

import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows a list down to.
 *
 * @param office only what it issued
 * @param kind only what is of this kind
 * @param language only what has an edition in it
 */
public record Filters(
    @Nullable OfficeCode office, @Nullable Kind kind, @Nullable LanguageTag language) {}
