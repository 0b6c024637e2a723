package communique.deposit;

import communique.briefing.Kind;
import communique.briefing.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A briefing with its first edition, as it is handed over.
 *
 * @param eventDate the day of what the briefing tells about
 */
public record BriefingSubmission(
    OfficeCode office, Kind kind, @Nullable LocalDate eventDate, EditionSubmission edition) {}
