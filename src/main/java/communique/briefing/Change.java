package communique.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of an edition, as everybody may know it.
 *
 * @param position rises by one with each change, in the order in which they became public
 * @param at when it was written down, by the database's clock
 * @param verb the use case that made it, such as {@code DepositBriefing}
 * @param edition which edition changed
 * @param version the version that was added or released, or that was the newest then
 * @param significance of a correction
 */
public record Change(
    long position,
    Instant at,
    String verb,
    Edition edition,
    int version,
    @Nullable Significance significance) {

  /**
   * An edition, with what changes are listed by.
   *
   * @param section the heading under which its office published it then
   */
  public record Edition(
      UUID briefing, LanguageTag language, OfficeCode office, @Nullable String section) {}
}
