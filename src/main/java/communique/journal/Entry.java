package communique.journal;

import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Significance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of the record.
 *
 * @param verb the use case that made it, such as {@code DepositBriefing}
 * @param edition which edition changed
 * @param version the version that was added, released or is no longer shown
 * @param significance of a correction
 * @param open whether everybody may know of it
 * @param actor the account that asked for it
 * @param lane in which way it came
 */
public record Entry(
    String verb,
    Edition edition,
    int version,
    @Nullable Significance significance,
    boolean open,
    String actor,
    Lane lane) {
  private static final String BEGINNING = "DepositBriefing";
  private static final String ERASURE = "EraseBriefing";

  /** A change that was made by itself. */
  public Entry(
      String verb,
      Edition edition,
      int version,
      @Nullable Significance significance,
      boolean open,
      String actor) {
    this(verb, edition, version, significance, open, actor, Lane.SINGLE);
  }

  /** Whether its briefing came into the record by it: no entry for that briefing is older. */
  public boolean isFirstOfBriefing() {
    return version == 1 && BEGINNING.equals(verb);
  }

  /** Whether something of its edition is gone for good by it. */
  public boolean isErasure() {
    return ERASURE.equals(verb);
  }

  /**
   * An edition, with what changes are listed by.
   *
   * @param section the heading under which its office publishes it
   */
  public record Edition(
      UUID briefing, LanguageTag language, OfficeCode office, @Nullable String section) {}
}
