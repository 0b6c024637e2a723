package communique.briefing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the history of its edition.
 *
 * @param number counted from 1
 * @param publicFrom the instant from which on everybody may see it: of its acceptance, or the end
 *     of its embargo or of the withdrawal that lasted then
 * @param significance how much it corrects the version before; absent for the first
 * @param reason why it replaces the version before, for everybody
 * @param digest of what is served of it
 * @param redacted whether a part of it was taken out by law
 * @param open whether anybody may see it now
 * @param withdrawal why not, when it was withdrawn
 * @param erased whether nothing is left of it but this
 */
public record Moment(
    int number,
    Instant acceptedAt,
    Instant publicFrom,
    @Nullable Significance significance,
    @Nullable String reason,
    Digest digest,
    boolean redacted,
    boolean open,
    @Nullable Notice withdrawal,
    boolean erased) {}
