package communique.briefing;

import java.util.UUID;

/**
 * What was said when briefings were linked: that an edition of one is a translation of an edition
 * of another.
 *
 * @param briefing that has the translation
 * @param language of the translation
 * @param source the briefing that has the edition it was made from
 * @param from that edition, its version, and who translated
 */
public record ToldTranslation(UUID briefing, LanguageTag language, UUID source, Translation from) {}
