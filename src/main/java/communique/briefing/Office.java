package communique.briefing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
   * What it is called to who would have it in one of some languages, the dearest first: its name in
   * the first of these, and then of its home languages, that it has one in, be it in a near one, or
   * else its code.
   */
  public Name name(List<LanguageTag> wanted) {
    return Stream.concat(wanted.stream(), languages.stream())
        .flatMap(language -> nearest(language).stream())
        .findFirst()
        .orElseGet(() -> new Name(code.code(), null));
  }

  // That of the very language, else of the language without region or script, else of a variety.
  private Optional<Name> nearest(LanguageTag language) {
    return names.keySet().stream()
        .filter(each -> each.primary().equals(language.primary()))
        .min(
            Comparator.comparing((LanguageTag each) -> !each.equals(language))
                .thenComparing(each -> each.tag().length())
                .thenComparing(LanguageTag::tag))
        .map(each -> new Name(String.valueOf(names.get(each)), each));
  }

  /**
   * What an office is called.
   *
   * @param language that the name is in; absent where it is a code, for want of a name
   */
  public record Name(String text, @Nullable LanguageTag language) {}

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
