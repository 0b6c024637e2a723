package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * What an edition was translated from.
 *
 * @param from the language of the edition it was translated from
 * @param version the version it was translated from, counted from 1
 * @param translator who translated, as printed; at most 300 characters
 */
public record Translation(
    LanguageTag from, @Nullable Integer version, @Nullable String translator) {
  // Where a tag is missing or wrong; that is refused, so it leads nowhere.
  private static final LanguageTag STAND_IN = new LanguageTag("en");

  /**
   * @throws Refusal when a rule of the fields is broken
   */
  public Translation {
    Text.optional("translator", translator, 300);
    if (version != null && version < 1) {
      throw new Refusal(Reason.OUT_OF_RANGE, "version", "must be 1 or more", "" + version);
    }
  }

  /**
   * What an edition was translated from, given what a version of it says itself and what is told of
   * it by a link. A version that says more than a language, or another one, goes before.
   */
  public static @Nullable Translation told(
      @Nullable Translation own, @Nullable Translation byLink) {
    if (own == null || byLink == null) {
      return own == null ? byLink : own;
    }
    if (own.version != null || !own.from.equals(byLink.from)) {
      return own;
    }
    return new Translation(
        own.from, byLink.version, byLink.translator == null ? own.translator : byLink.translator);
  }

  /** The same without its version when that is later than one: who sees only that must not know. */
  Translation notAfter(int number) {
    return version == null || version <= number ? this : new Translation(from, null, translator);
  }

  /** Reads the fields that {@link VersionJson} writes. */
  public static Translation read(Fields json) {
    return new Translation(
        json.text("from", LanguageTag::new, STAND_IN),
        json.number("version"),
        json.text("translator"));
  }
}
