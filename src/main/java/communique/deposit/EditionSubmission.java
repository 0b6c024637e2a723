package communique.deposit;

import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Original;
import communique.briefing.Text;
import communique.briefing.Translation;
import communique.briefing.Upload;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an edition, as it is handed over.
 *
 * @param reference the depositor's own for this hand-over, by which a repeat is recognised; at most
 *     200 characters
 * @param translation absent for an original
 * @param embargo the instant before which the version is not public; absent for none, or for that
 *     of the version or edition on which it is based
 * @param content what the office says; a placement that names a file means one handed over before
 * @param uploads the files handed over with it, by placement, counted from 1; a placement may have
 *     none
 * @param original what was handed over, bit for bit
 */
public record EditionSubmission(
    @Nullable String reference,
    LanguageTag language,
    @Nullable Translation translation,
    @Nullable Instant embargo,
    Content content,
    Map<Integer, Upload> uploads,
    Original original) {
  private static final int LONGEST_REFERENCE = 200;

  /**
   * @throws communique.briefing.Refusal on {@code depositorReference} when it breaks a rule
   */
  public EditionSubmission {
    if (reference != null) {
      reference("depositorReference", reference);
    }
  }

  /**
   * A depositor's own reference.
   *
   * @throws communique.briefing.Refusal MISSING, TOO_LONG or BAD_FORMAT on the field when it is
   *     none
   */
  static String reference(String field, String reference) {
    return Text.required(field, reference, LONGEST_REFERENCE);
  }
}
