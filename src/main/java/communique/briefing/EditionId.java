package communique.briefing;

import java.util.UUID;

/** Which edition is meant: of each briefing there is one in each language at most. */
public record EditionId(UUID briefing, LanguageTag language) {}
