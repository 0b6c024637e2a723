package communique.deposit;

import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Translation;
import communique.briefing.Upload;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first version of an edition, as it is handed over.
 *
 * @param reference the depositor's own for this hand-over, by which a repeat is recognised; at most
 *     200 characters
 * @param translation absent for an original
 * @param embargo the instant before which the version is not public
 * @param content what the office says; the files of its placements are in {@code uploads}
 * @param uploads the files by placement, counted from 1; a placement may have none
 */
public record EditionSubmission(
    @Nullable String reference,
    LanguageTag language,
    @Nullable Translation translation,
    @Nullable Instant embargo,
    Content content,
    Map<Integer, Upload> uploads) {}
