package communique.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issuing press office.
 *
 * @param code its code
 * @param names its name by language
 * @param languages its home languages, the first one first
 * @param end when it ended; absent while it is not known to end
 */
public record Office(
    OfficeCode code,
    Map<LanguageTag, String> names,
    List<LanguageTag> languages,
    @Nullable End end) {
  /**
   * @throws Refusal OUT_OF_RANGE when it is to succeed itself
   */
  public Office {
    names = Map.copyOf(names);
    languages = List.copyOf(languages);
    if (end != null && code.equals(end.successor())) {
      throw new Refusal(Reason.OUT_OF_RANGE, "successor", "must be another office", code.code());
    }
  }

  /** An office that is not known to end. */
  public Office(OfficeCode code, Map<LanguageTag, String> names, List<LanguageTag> languages) {
    this(code, names, languages, null);
  }

  /**
   * The end of an office, such as that of a government. Its briefings stay, and it may still
   * correct them.
   *
   * @param until its last day, which may be to come
   * @param successor the office that took over; absent when none did
   */
  public record End(LocalDate until, @Nullable OfficeCode successor) {
    public End {
      Dates.plausible("until", until);
    }
  }
}
