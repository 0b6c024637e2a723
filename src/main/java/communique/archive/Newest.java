package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of an edition, whoever may see it: what those who change the record must know
 * of it.
 *
 * @param digest of what is kept of it, which is its entity tag too
 * @param told what is said of it
 * @param dated the day its briefing is filed under
 * @param embargo while that lasts; absent once the version is public
 * @param withdrawnAt while it is withdrawn, alone or with its briefing
 * @param everOpen whether a version of the edition has ever been public
 * @param translatedFrom the language of the edition that this one says it was made from
 */
public record Newest(
    UUID briefing,
    LanguageTag language,
    int number,
    Digest digest,
    Told told,
    LocalDate dated,
    @Nullable Instant embargo,
    @Nullable Instant withdrawnAt,
    boolean everOpen,
    @Nullable LanguageTag translatedFrom) {

  /**
   * What the journal says of the edition: of its newest version that has been public, since entries
   * may be for everybody; of the newest where none has been.
   */
  public record Told(int version, @Nullable String section) {}
}
