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

  /** Reads the fields that {@link VersionJson} writes. */
  public static Translation read(Fields json) {
    return new Translation(
        json.text("from", LanguageTag::new, STAND_IN),
        json.number("version"),
        json.text("translator"));
  }
}
