package communique.briefing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable state of an edition. {@link VersionJson} gives its one canonical form, from which
 * its digest is made.
 *
 * @param briefing what it belongs to
 * @param language the edition's language
 * @param translation absent for an original
 * @param number counted from 1 within the edition
 * @param significance how much it corrects the version before; absent for the first
 * @param content what the office says
 * @param acceptedAt when the archive took it in, by the database's clock, in microseconds
 */
public record Version(
    Briefing briefing,
    LanguageTag language,
    @Nullable Translation translation,
    int number,
    @Nullable Significance significance,
    Content content,
    Instant acceptedAt) {}
