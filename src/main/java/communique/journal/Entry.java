package communique.journal;

import communique.briefing.LanguageTag;
import java.util.UUID;

/**
 * One change of the record.
 *
 * @param verb the use case that made it, such as {@code DepositBriefing}
 * @param briefing whose record changed
 * @param language of the edition that changed
 * @param version the version that was added or released
 * @param actor the account that asked for it
 */
public record Entry(String verb, UUID briefing, LanguageTag language, int version, String actor) {}
